import { once } from "node:events";
import {
	createServer,
	type IncomingMessage,
	type ServerResponse,
} from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { messageFault } from "./slack-rules.ts";

export const botToken = "xoxb-fake-bot";
export const appToken = "xapp-fake-app";
export const team = "T0HOUSE";

/** A message as Slack keeps it. */
export interface FakeMessage {
	readonly ts: string;
	text: string;
	blocks: unknown[];
	readonly thread_ts?: string;
	readonly metadata?: unknown;
}

/** What happens to a call of a method, once; without a script, all goes well. */
export type Fault =
	| { readonly kind: "limited"; readonly seconds: number }
	| { readonly kind: "refused"; readonly error: string }
	/** The server fails; before or after it did the work. */
	| { readonly kind: "failed" | "cut"; readonly done: boolean };

/** A response that Slack was sent for an event, by its response address. */
export type FakeResponse = Readonly<Record<string, unknown>>;

type Form = Readonly<Record<string, string>>;
type Outcome = Readonly<Record<string, unknown>>;

/** Slack on loopback: Web API, Socket Mode and response addresses, refusing what Slack refuses. */
export class FakeSlack {
	readonly channels = new Map<string, FakeMessage[]>();
	/** Every call made, in order. */
	readonly calls: { method: string; form: Form }[] = [];
	readonly responses: FakeResponse[] = [];
	/** Envelope ids acknowledged over the socket. */
	readonly acknowledged: string[] = [];
	/** Users who are admins. */
	readonly admins = new Set<string>();
	readonly creators = new Map<string, string>();
	/** Answers nothing from now on: lines are cut. */
	isDown = false;
	/** Sizes the pages of history. */
	pageSize = 200;
	organisation: string | null = null;
	private readonly faults = new Map<string, (Fault | null)[]>();
	private readonly server = createServer((request, response) => {
		void this.serve(request, response);
	});
	private readonly sockets = new WebSocketServer({ server: this.server });
	private lines: WebSocket[] = [];
	private count = 0;

	async open(): Promise<void> {
		this.sockets.on("connection", (line) => this.greet(line));
		this.server.listen(0, "127.0.0.1");
		await once(this.server, "listening");
	}

	async close(): Promise<void> {
		this.dropLines();
		this.server.closeAllConnections();
		this.server.close();
		await once(this.server, "close");
	}

	get apiUrl(): string {
		return `${this.address}/api/`;
	}

	get lineCount(): number {
		return this.lines.length;
	}

	/** The next calls of the method meet these, one each; null lets one be. */
	script(method: string, ...faults: (Fault | null)[]): void {
		this.faults.set(method, faults);
	}

	/** Sends an event over the socket, as Slack does; gives its envelope's id. */
	send(type: "slash_commands" | "interactive", payload: object): string {
		const envelope_id = `e${++this.count}`;
		const envelope = { envelope_id, type, accepts_response_payload: true };
		const [line] = this.lines;
		if (!line) throw new Error("nobody listens");
		line.send(JSON.stringify({ ...envelope, payload }));
		return envelope_id;
	}

	/** Slack asks the client to connect anew. */
	refresh(): void {
		for (const line of this.lines) {
			line.send(
				JSON.stringify({ type: "disconnect", reason: "refresh_requested" }),
			);
		}
	}

	dropLines(): void {
		for (const line of this.lines) line.terminate();
		this.lines = [];
	}

	responseUrl(): string {
		return `${this.address}/response/${++this.count}`;
	}

	private get address(): string {
		const address = this.server.address();
		if (address === null || typeof address === "string")
			throw new Error("not open");
		return `http://127.0.0.1:${address.port}`;
	}

	private greet(line: WebSocket): void {
		this.lines.push(line);
		line.on("close", () => {
			this.lines = this.lines.filter((one) => one !== line);
		});
		line.on("message", (data) => {
			const { envelope_id } = JSON.parse(String(data));
			this.acknowledged.push(envelope_id);
		});
		line.send(JSON.stringify({ type: "hello", num_connections: 1 }));
	}

	private async serve(
		request: IncomingMessage,
		response: ServerResponse,
	): Promise<void> {
		let body = "";
		for await (const bytes of request) body += bytes;
		if (this.isDown) return void request.socket.destroy();
		const path = request.url ?? "";
		if (path.startsWith("/response/")) {
			return answer(response, 200, this.respond(JSON.parse(body)));
		}
		const method = path.replace("/api/", "");
		const form = Object.fromEntries(new URLSearchParams(body));
		this.calls.push({ method, form });
		const fault = this.faults.get(method)?.shift();
		const token = request.headers.authorization?.replace("Bearer ", "");
		const work = () => this.call(method, form, token);
		if (!fault) return answer(response, 200, work());
		this.fail(fault, { request, response, work });
	}

	private fail(
		fault: Fault,
		on: {
			request: IncomingMessage;
			response: ServerResponse;
			work: () => Outcome;
		},
	): void {
		switch (fault.kind) {
			case "limited":
				on.response.setHeader("retry-after", fault.seconds);
				answer(on.response, 429, { ok: false, error: "ratelimited" });
				break;
			case "refused":
				answer(on.response, 200, { ok: false, error: fault.error });
				break;
			case "failed":
				if (fault.done) on.work();
				answer(on.response, 500, {});
				break;
			case "cut":
				if (fault.done) on.work();
				on.request.socket.destroy();
				break;
		}
	}

	private respond(body: FakeResponse): Outcome {
		const { text, blocks } = readMessage(body);
		const error = messageFault({ text, blocks });
		if (error) return { ok: false, error };
		this.responses.push(body);
		return { ok: true };
	}

	private call(method: string, form: Form, token?: string): Outcome {
		const wanted = method === "apps.connections.open" ? appToken : botToken;
		if (token !== wanted) return refuse("invalid_auth");
		switch (method) {
			case "auth.test":
				return {
					ok: true,
					team_id: this.organisation ?? team,
					is_enterprise_install: this.organisation !== null,
					user_id: "U0BOT",
					bot_id: "B0BOT",
				};
			case "apps.connections.open":
				return { ok: true, url: this.address.replace("http", "ws") };
			case "users.info":
				return {
					ok: true,
					user: { is_admin: this.admins.has(form.user ?? "") },
				};
			case "conversations.info":
				return {
					ok: true,
					channel: { creator: this.creators.get(form.channel ?? "") },
				};
			default:
				return this.callInChannel(method, form);
		}
	}

	private callInChannel(method: string, form: Form): Outcome {
		const messages = this.channels.get(form.channel ?? "");
		if (!messages) return refuse("channel_not_found");
		switch (method) {
			case "chat.postMessage":
				return this.post(messages, form);
			case "conversations.join":
				return { ok: true };
			case "chat.update":
				return update(messages, form);
			case "conversations.history":
				return this.page(
					messages.filter(({ thread_ts }) => thread_ts === undefined),
					form,
				);
			case "conversations.replies":
				if (!messages.some(({ ts }) => ts === form.ts))
					return refuse("thread_not_found");
				return this.page(
					messages.filter(
						({ ts, thread_ts }) => ts === form.ts || thread_ts === form.ts,
					),
					form,
				);
			default:
				return refuse("unknown_method");
		}
	}

	private post(messages: FakeMessage[], form: Form): Outcome {
		const { text, blocks } = readMessage(form);
		const error = messageFault({ text, blocks });
		if (error) return refuse(error);
		const { thread_ts } = form;
		if (thread_ts && !messages.some(({ ts }) => ts === thread_ts))
			return refuse("thread_not_found");
		const ts = `${Math.floor(Date.now() / 1000)}.${String(++this.count).padStart(6, "0")}`;
		const metadata = form.metadata ? JSON.parse(form.metadata) : undefined;
		const thread = thread_ts ? { thread_ts } : {};
		messages.push({ ts, text, blocks, metadata, ...thread });
		return { ok: true, ts, channel: form.channel };
	}

	/** Newest first, as history comes. */
	private page(messages: readonly FakeMessage[], form: Form): Outcome {
		const from = Number(form.cursor ?? 0);
		const inTime = messages
			.filter(({ ts }) => Number(ts) > Number(form.oldest ?? 0))
			.toReversed();
		const next = from + Math.min(this.pageSize, Number(form.limit ?? 100));
		const withMetadata = form.include_all_metadata === "true";
		return {
			ok: true,
			messages: inTime
				.slice(from, next)
				.map(({ metadata, ...rest }) =>
					withMetadata ? { ...rest, metadata } : rest,
				),
			has_more: next < inTime.length,
			response_metadata: {
				next_cursor: next < inTime.length ? String(next) : "",
			},
		};
	}
}

function update(messages: FakeMessage[], form: Form): Outcome {
	const { text, blocks } = readMessage(form);
	const error = messageFault({ text, blocks });
	if (error) return refuse(error);
	const message = messages.find(({ ts }) => ts === form.ts);
	if (!message) return refuse("message_not_found");
	Object.assign(message, { text, blocks });
	return { ok: true, ts: message.ts };
}

/** Blocks come as JSON in a form, and as they are in a response. */
function readMessage({ text = "", blocks = [] }: Record<string, unknown>): {
	text: string;
	blocks: unknown[];
} {
	const list = typeof blocks === "string" ? JSON.parse(blocks) : blocks;
	return { text: String(text), blocks: Array.isArray(list) ? list : [list] };
}

function refuse(error: string): Outcome {
	return { ok: false, error };
}

function answer(response: ServerResponse, status: number, body: Outcome): void {
	response.writeHead(status, { "content-type": "application/json" });
	response.end(JSON.stringify(body));
}
