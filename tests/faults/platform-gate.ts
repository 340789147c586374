import {
	request as ask,
	createServer,
	type IncomingMessage,
	type ServerResponse,
} from "node:http";
import { setTimeout as wait } from "node:timers/promises";

/** What may happen to a post on its way. */
export type PostFault =
	| "429 with Retry-After"
	| "500 before accepting"
	| "500 after accepting"
	| "cut before accepting"
	| "cut after accepting"
	/** The line is cut, and the platform takes in later what it had been sent. */
	| "cut, accepted late"
	| "killed before post"
	| "killed after post"
	| "killed before mark";

/** Stands between one process and a platform. */
export interface PlatformGate {
	/** `http://127.0.0.1:port`, in the place of the platform's own. */
	readonly address: string;
	/** Requests that are not answered yet, or not taken in. */
	underWay(): number;
	close(): Promise<void>;
}

export interface GatePlan {
	/** Where the platform is: `http://127.0.0.1:port`. */
	readonly target: string;
	isPost(method: string, path: string): boolean;
	/** Asked for each post. */
	faultOf(): PostFault | null;
	/** Ends the process as a crash would. */
	kill(): void;
}

const retryAfterSeconds = 1;
/** Later than a sender looks for what it posted: its first patience is two seconds. */
const lateMs = 3_500;

/** Opens a gate that passes on all but the posts that meet a fault. */
export async function platformGate(plan: GatePlan): Promise<PlatformGate> {
	let underWay = 0;
	const server = createServer(async (request, response) => {
		underWay++;
		try {
			const body = await bytesOf(request);
			const isPost = plan.isPost(request.method ?? "", request.url ?? "");
			const fault = isPost ? plan.faultOf() : null;
			const forward = () => answerOf(request, body, plan.target);
			if (fault === null) return pass(await forward(), response);
			await spoil(fault, { request, response, forward, kill: plan.kill });
		} catch {
			// The process or the platform has gone meanwhile.
			request.socket.destroy();
		} finally {
			underWay--;
		}
	});
	await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
	const address = server.address();
	if (typeof address !== "object" || !address) throw new Error("not open");
	return {
		address: `http://127.0.0.1:${address.port}`,
		underWay: () => underWay,
		async close() {
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
		},
	};
}

interface Passing {
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	forward(): Promise<Answer>;
	kill(): void;
}

async function spoil(fault: PostFault, passing: Passing): Promise<void> {
	const { request, response, forward, kill } = passing;
	const cut = () => void request.socket.destroy();
	switch (fault) {
		case "429 with Retry-After":
			return limited(response);
		case "500 after accepting":
			await forward();
			return failed(response);
		case "500 before accepting":
			return failed(response);
		case "cut after accepting":
			await forward();
			return cut();
		case "cut before accepting":
			return cut();
		case "cut, accepted late":
			cut();
			await wait(lateMs);
			return void (await forward());
		case "killed before post":
			kill();
			return cut();
		case "killed after post":
			await forward();
			kill();
			return cut();
		case "killed before mark":
			response.once("finish", kill);
			return pass(await forward(), response);
	}
}

function failed(response: ServerResponse): void {
	response.writeHead(500, { "content-type": "application/json" });
	response.end("{}");
}

/** As either platform says it. */
function limited(response: ServerResponse): void {
	response.writeHead(429, {
		"content-type": "application/json",
		"retry-after": String(retryAfterSeconds),
		"x-ratelimit-scope": "user",
	});
	const slack = { ok: false, error: "ratelimited" };
	const discord = { message: "limited", global: false };
	const retry_after = retryAfterSeconds;
	response.end(JSON.stringify({ ...slack, ...discord, retry_after }));
}

interface Answer {
	readonly status: number;
	readonly headers: IncomingMessage["headers"];
	readonly body: Buffer;
}

async function answerOf(
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

function pass({ status, headers, body }: Answer, response: ServerResponse) {
	const { connection: _, "transfer-encoding": __, ...kept } = headers;
	response.writeHead(status, { ...kept, "content-length": body.length });
	response.end(body);
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
	const pieces: Buffer[] = [];
	for await (const piece of message) pieces.push(piece);
	return Buffer.concat(pieces);
}
