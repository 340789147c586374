import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { type Answer, pass } from "./pass-on.ts";

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

const retryAfterSeconds = 1;
/** Later than a sender looks for what it posted: its first patience is two seconds. */
const lateMs = 3_500;

/** A post that has come to a gate. */
interface Passing {
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	forward(): Promise<Answer>;
	kill(): void;
}

/** Does this to the post instead of passing it on. */
export async function spoil(fault: PostFault, passing: Passing): Promise<void> {
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
