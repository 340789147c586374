import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** What the model answers: words, a status, or nothing at all. */
export type ModelAnswer = string | number | "hang" | { readonly raw: string };

export interface ModelServer {
	readonly url: string;
	/** What it was asked, in order: the article with its marks. */
	readonly asked: string[];
	readonly keys: (string | undefined)[];
	close(): Promise<void>;
}

/** An OpenAI-compatible endpoint on loopback that says whatever `answer` gives. */
export async function modelServer(
	answer: (user: string, count: number) => ModelAnswer,
): Promise<ModelServer> {
	const asked: string[] = [];
	const keys: (string | undefined)[] = [];
	const server = createServer((request, response) => {
		const parts: Buffer[] = [];
		request.on("data", (part: Buffer) => parts.push(part));
		request.on("end", () => {
			keys.push(request.headers.authorization);
			if (request.url !== "/v1/chat/completions") {
				response.writeHead(404).end();
				return;
			}
			const body = JSON.parse(Buffer.concat(parts).toString());
			const user: string = body.messages.at(-1).content;
			asked.push(user);
			const said = answer(user, asked.length);
			if (said === "hang") return;
			if (typeof said === "number") {
				response.writeHead(said).end("{}");
				return;
			}
			const choices = [{ message: { role: "assistant", content: said } }];
			response.writeHead(200, { "content-type": "application/json" });
			response.end(
				typeof said === "string" ? JSON.stringify({ choices }) : said.raw,
			);
		});
	});
	await listen(server);
	const { port } = server.address() as AddressInfo; // it listens on TCP
	return {
		url: `http://127.0.0.1:${port}/v1`,
		asked,
		keys,
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			}),
	};
}

function listen(server: Server): Promise<void> {
	return new Promise((done) => server.listen(0, "127.0.0.1", () => done()));
}
