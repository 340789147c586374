import type { IncomingMessage } from "node:http";
import type { Asked, SentFile } from "./wire.ts";

/** What Discord takes in one request beside ten files of 10 MiB. */
const mostFiles = 10;

/** A request with its JSON, or with the `payload_json` and `files[n]` of a form. Throws on any other form. */
export async function readRequest(request: IncomingMessage): Promise<Asked> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk);
	const bytes = Buffer.concat(chunks);
	const { pathname, searchParams } = new URL(
		request.url ?? "/",
		"http://localhost",
	);
	const type = request.headers["content-type"] ?? "";
	const { body, files } = type.startsWith("multipart/form-data")
		? await readForm(bytes, type)
		: { body: readJson(bytes.toString()), files: new Map() };
	return {
		method: request.method ?? "GET",
		path: pathname.replace(/^\/api\/v10/, ""),
		query: searchParams,
		body,
		files,
	};
}

async function readForm(bytes: Buffer, type: string) {
	const response = new Response(new Uint8Array(bytes), {
		headers: { "content-type": type },
	});
	const files = new Map<number, SentFile>();
	let body: unknown;
	for (const [name, part] of await response.formData()) {
		const number = /^files\[(\d)\]$/.exec(name)?.[1];
		if (name === "payload_json" && typeof part === "string") {
			body = readJson(part);
		} else if (number !== undefined && typeof part !== "string") {
			const { name, type, size } = part;
			files.set(Number(number), { name, type, bytes: size });
		} else throw new Error(`a form has no part ${name}`);
	}
	if (files.size > mostFiles) throw new Error("too many files");
	return { body, files };
}

function readJson(text: string): unknown {
	// JSON.stringify escapes half a surrogate pair, and no strict reader takes it.
	if (/(?<!\\)(?:\\\\)*\\ud[89a-f][0-9a-f]{2}/.test(text))
		throw new Error("half a letter");
	return text === "" ? undefined : JSON.parse(text);
}
