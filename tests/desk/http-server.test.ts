import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { makeHttpServer } from "../../src/desk/http-server.ts";
import { makeLog } from "../../src/log.ts";

const log = makeLog("error", () => {});
const host = "127.0.0.1";

test("says which port is taken and what to do", async () => {
	const first = makeHttpServer({ host, port: 0, log });
	const port = Number(new URL(await first.open()).port);
	const second = makeHttpServer({ host, port, log });
	await expect(second.open()).rejects.toThrow(
		`port ${port} on 127.0.0.1 is taken by another program: stop that program, or set PORT to a free port`,
	);
	await second.close();
	await first.close();
});

test.each([
	["content-security-policy", /default-src 'none';.*frame-ancestors 'none'/],
	["x-content-type-options", /^nosniff$/],
	["referrer-policy", /^no-referrer$/],
	["cache-control", /^no-store$/],
])("guards every answer with %s, errors too", async (name, value) => {
	const { http } = makeHttpServer({ host, port: 0, log });
	const answer = await http.inject({ path: "/nowhere" });
	expect(answer.statusCode).toBe(404);
	expect(answer.headers[name]).toMatch(value);
});

test("keeps the inside of a fault to the log", async () => {
	const lines: string[] = [];
	const loud = makeLog("error", (line) => lines.push(line));
	const { http } = makeHttpServer({ host, port: 0, log: loud });
	http.get("/broken", async () => {
		throw new Error("secret detail");
	});
	const answer = await http.inject({ path: "/broken" });
	expect(answer.statusCode).toBe(500);
	expect(answer.json()).toEqual({ error: "internal error" });
	expect(lines.join()).toContain("secret detail");
});

test("closes though a reader still listens", async () => {
	const server = makeHttpServer({ host, port: 0, log });
	server.http.get("/endless", (_request, reply) => {
		reply.hijack();
		reply.raw.writeHead(200).write("begun");
	});
	const answer = await fetch(`${await server.open()}/endless`);
	const reading = answer.text().catch(() => "cut");
	await server.close();
	expect(await reading).toBe("cut");
});

test.each<[string, string, number]>([
	["a head of 20,000 letters", `x: ${"x".repeat(20_000)}\r\n\r\n`, 431],
	["a body of a megabyte", `content-length: 1000000\r\n\r\n{`, 413],
	["a name of 600 letters", "", 414],
])("refuses %s before it is all there", async (_what, rest, status) => {
	const server = makeHttpServer({ host, port: 0, log });
	server.http.post("/named/:name", async () => ({}));
	const name = status === 414 ? "n".repeat(600) : "n";
	const told = await answerTo(await server.open(), [
		`POST /named/${name} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n`,
		rest || "\r\n",
	]);
	expect(told).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
	await server.close();
});

test.each([
	["head", ["GET / HTTP/1.1\r\nhost: x\r\nslow: "]],
	[
		"body",
		[
			"POST /slow HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n",
			"{",
		],
	],
])("lets go of a client whose %s never ends", async (_what, parts) => {
	const patience = { head: 30, request: 60, look: 10 };
	const server = makeHttpServer({ host, port: 0, log, patience });
	server.http.post("/slow", async () => ({}));
	expect(await answerTo(await server.open(), parts)).toMatch(
		/^HTTP\/1.1 408 |^$/,
	);
	await server.close();
});

/** What a client that sends these bytes, and no more, is told until it is let go. */
async function answerTo(
	address: string,
	parts: readonly string[],
): Promise<string> {
	const socket = connect(Number(new URL(address).port), host);
	let told = "";
	socket.on("data", (bytes) => {
		told += bytes;
		if (/\r\n\r\n/.test(told)) socket.destroy();
	});
	socket.on("error", () => {});
	for (const part of parts) socket.write(part);
	await once(socket, "close");
	return told;
}
