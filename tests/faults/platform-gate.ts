import {
	request as ask,
	createServer,
	type IncomingMessage,
	type ServerResponse,
} from "node:http";

/** What may happen to a post on its way. */
export const faults = [
	"429 with Retry-After",
	"500 before accepting",
	"500 after accepting",
	"cut before accepting",
	"cut after accepting",
	"killed before post",
	"killed after post",
	"killed before mark",
] as const;
export type Fault = (typeof faults)[number];

export interface FaultProxy {
	/** `http://127.0.0.1:port`, in the place of the platform's own. */
	readonly address: string;
	/** Faults that happened so far. */
	happened(): number;
	close(): Promise<void>;
}

export interface FaultPlan {
	/** Where the platform is: `http://127.0.0.1:port`. */
	readonly target: string;
	isPost(method: string, path: string): boolean;
	/** The fault of every so many posts, the first one among them. */
	readonly fault: Fault | null;
	readonly every: number;
	/** Ends the sender as a crash would. */
	kill(): void;
}

const retryAfterSeconds = 1;

/** Stands between a sender and a platform, and spoils every so many posts. */
export async function faultProxy(plan: FaultPlan): Promise<FaultProxy> {
	let posts = 0;
	let happened = 0;
	const server = createServer(async (request, response) => {
		const body = await bytesOf(request);
		const isPost = plan.isPost(request.method ?? "", request.url ?? "");
		const isHit = isPost && plan.fault !== null && posts++ % plan.every === 0;
		const forward = () => answerOf(request, body, plan.target);
		if (!isHit || plan.fault === null)
			return void pass(await forward(), response);
		happened++;
		await spoil(plan.fault, { request, response, forward, kill: plan.kill });
	});
	await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
	const address = server.address();
	if (typeof address !== "object" || !address) throw new Error("not open");
	return {
		address: `http://127.0.0.1:${address.port}`,
		happened: () => happened,
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

async function spoil(fault: Fault, passing: Passing): Promise<void> {
	const { request, response, forward, kill } = passing;
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
			return void request.socket.destroy();
		case "cut before accepting":
			return void request.socket.destroy();
		case "killed before post":
			kill();
			return void request.socket.destroy();
		case "killed after post":
			await forward();
			kill();
			return void request.socket.destroy();
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
