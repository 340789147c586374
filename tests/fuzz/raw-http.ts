import { once } from "node:events";
import { connect } from "node:net";
import type { Asked } from "./http-requests.ts";

/** Written by hand, for clients of ours would not send most of these. 400 when the line is hung up on. */
export async function statusOf(address: string, asked: Asked): Promise<number> {
	const { method, path, headers, body } = asked;
	const isChunked = headers.some(([name]) => name === "transfer-encoding");
	const lines = [
		`${method} ${path} HTTP/1.1`,
		...(headers.some(([name]) => name === "host") ? [] : ["host: 127.0.0.1"]),
		...headers.map(([name, value]) => `${name}: ${value}`),
		...(isChunked ? [] : [`content-length: ${body.length}`]),
		"connection: close",
	];
	const head = Buffer.from(`${lines.join("\r\n")}\r\n\r\n`);
	const end = isChunked ? Buffer.from("0\r\n\r\n") : body;
	const told = await thrown(address, Buffer.concat([head, end]));
	return Number(/^HTTP\/1\.1 (\d{3})/.exec(told)?.[1] ?? 400);
}

/** Sends bytes and no more; gives what comes back first, or nothing when the line is closed over them. */
export async function thrown(address: string, bytes: Buffer): Promise<string> {
	const { hostname, port } = new URL(address);
	const socket = connect(Number(port), hostname);
	try {
		await once(socket, "connect");
		const first = new Promise<string>((resolve) => {
			socket.once("data", (data) => resolve(data.toString("latin1")));
			socket.once("close", () => resolve(""));
			socket.once("error", () => resolve(""));
		});
		socket.end(bytes);
		return await first;
	} finally {
		socket.destroy();
	}
}
