import {
	request as ask,
	type IncomingMessage,
	type ServerResponse,
} from "node:http";

/** What a platform answered, whole. */
export interface Answer {
	readonly status: number;
	readonly headers: IncomingMessage["headers"];
	readonly body: Buffer;
}

/** Asks the platform itself, in the same words. */
export async function answerOf(
	{ method, url, headers }: IncomingMessage,
	body: Buffer,
	target: string,
): Promise<Answer> {
	const answered = await new Promise<IncomingMessage>((resolve, reject) => {
		const asked = ask(new URL(url ?? "/", target), { agent: false });
		asked.method = method ?? "GET";
		for (const [name, value] of Object.entries(headers)) {
			if (value !== undefined) asked.setHeader(name, value);
		}
		asked.on("response", resolve).on("error", reject).end(body);
	});
	return {
		status: answered.statusCode ?? 500,
		headers: answered.headers,
		body: await bytesOf(answered),
	};
}

/** Gives the platform's answer to whoever asked. */
export function pass(
	{ status, headers, body }: Answer,
	response: ServerResponse,
) {
	const { connection: _, "transfer-encoding": __, ...kept } = headers;
	response.writeHead(status, { ...kept, "content-length": body.length });
	response.end(body);
}

/** All that a message carries. */
export async function bytesOf(message: IncomingMessage): Promise<Buffer> {
	const pieces: Buffer[] = [];
	for await (const piece of message) pieces.push(piece);
	return Buffer.concat(pieces);
}
