import { once } from "node:events";
import {
	createServer,
	type IncomingMessage,
	type ServerResponse,
} from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { neededScopes } from "../../../adapters/slack/slack-scopes.ts";
import { FakeViews } from "./fake-views.ts";
import { collect, messageFault } from "./slack-rules.ts";

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
	/** Channels that are archived. */
	readonly archived = new Set<string>();
	/** Every call made, in order. */
	readonly calls: { method: string; form: Form }[] = [];
	readonly responses: FakeResponse[] = [];
	/** Envelope ids acknowledged over the socket. */
	readonly acknowledged: string[] = [];
	/** What they were acknowledged with. */
	readonly told = new Map<string, unknown>();
	readonly views = new FakeViews();
	/** Users who are admins. */
	readonly admins = new Set<string>();
	readonly creators = new Map<string, string>();
	/** What `users.info` says of someone besides. */
	readonly people = new Map<string, object>();
	/** Answers nothing from now on: lines are cut. */
	isDown = false;
	/** Sizes the pages of history. */
	pageSize = 200;
	organisation: string | null = null;
	/** Files put up, by id; `wait` is how many messages are refused before Slack shows it. */
	readonly files = new Map<string, { bytes: number; wait: number }>();
	/** A new file is shown after so many refusals. */
	filesWait = 0;
	/** Bot tokens of other workspaces, each with its team's id. */
	readonly tokens = new Map<string, string>();
	/** What the bot was granted. */
	scopes: readonly string[] = neededScopes;
	/** Calls refused because they came faster than Slack takes them. */
	limited = 0;
	/** Whether one post a second for each channel is all that is taken. */
	keepsPace = false;
	/** Dates its messages, in ms. */
	now = () => Date.now();
	private readonly lastPost = new Map<string, number>();
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
	send(
		type: "slash_commands" | "interactive" | "events_api",
		payload: object,
	): string {
		const envelope_id = `e${++this.count}`;
		const envelope = { envelope_id, type, accepts_response_payload: true };
		const [line] = this.lines;
		if (!line) throw new Error("nobody listens");
		line.send(JSON.stringify({ ...envelope, payload }));
		return envelope_id;
	}

	/** Sends anything at all over the socket. */
	sendAny(message: unknown): void {
		for (const line of this.lines) line.send(JSON.stringify(message));
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
			const { envelope_id, payload } = JSON.parse(String(data));
			this.acknowledged.push(envelope_id);
			this.told.set(envelope_id, payload);
		});
		line.send(JSON.stringify({ type: "hello", num_connections: 1 }));
	}

	private async serve(
		request: IncomingMessage,
		response: ServerResponse,
	): Promise<void> {
		const parts: Buffer[] = [];
		for await (const part of request) parts.push(Buffer.from(part));
		const bytes = Buffer.concat(parts);
		const body = bytes.toString();
		if (this.isDown) return void request.socket.destroy();
		const path = request.url ?? "";
		if (path.startsWith("/response/")) {
			return answer(response, 200, this.respond(JSON.parse(body)));
		}
		if (path.startsWith("/upload/")) {
			const file = this.files.get(path.slice("/upload/".length));
			if (file?.bytes !== bytes.length) return answer(response, 400, {});
			return answer(response, 200, {});
		}
		const method = path.replace("/api/", "");
		const form = Object.fromEntries(new URLSearchParams(body));
		this.calls.push({ method, form });
		response.setHeader("x-oauth-scopes", this.scopes.join(","));
		if (this.keepsPace && this.isTooFast(method, form)) {
			this.limited++;
			response.setHeader("retry-after", 1);
			return answer(response, 429, { ok: false, error: "ratelimited" });
		}
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

	/** The code that comes back names the workspace. */
	private install({ code = "" }: Form): Outcome {
		if (!code.startsWith("T")) return refuse("invalid_code");
		const access_token = `xoxb-${code}`;
		this.tokens.set(access_token, code);
		return {
			...{ ok: true, app_id: "A1", authed_user: { id: "U7" } },
			...{ access_token, token_type: "bot", scope: this.scopes.join(",") },
			...{ bot_user_id: "U0BOT", team: { id: code, name: "<Two>" } },
			...{ enterprise: null, is_enterprise_install: false },
		};
	}

	private isTooFast(method: string, { channel = "" }: Form): boolean {
		if (method !== "chat.postMessage") return false;
		const now = performance.now();
		const last = this.lastPost.get(channel) ?? Number.NEGATIVE_INFINITY;
		if (now - last < 1000) return true;
		this.lastPost.set(channel, now);
		return false;
	}

	/** Slack's refusal of a picture that is not there, or not yet. */
	private fileFault(blocks: readonly unknown[]): string | null {
		for (const id of collect(blocks, "id")) {
			const file = this.files.get(id);
			if (!file || file.wait-- > 0) return "invalid_blocks";
		}
		return null;
	}

	private respond(body: FakeResponse): Outcome {
		const { text, blocks } = readMessage(body);
		const error = messageFault({ text, blocks }) ?? this.fileFault(blocks);
		if (error) return { ok: false, error };
		this.responses.push(body);
		return { ok: true };
	}

	private call(method: string, form: Form, token?: string): Outcome {
		if (method === "oauth.v2.access") return this.install(form);
		const wanted = method === "apps.connections.open" ? appToken : botToken;
		const known = token === wanted || this.tokens.has(token ?? "");
		if (!known) return refuse("invalid_auth");
		if (method.startsWith("views.") || method === "users.conversations") {
			return this.views.call(method, form);
		}
		switch (method) {
			case "auth.test":
				return {
					ok: true,
					team_id: this.organisation ?? this.tokens.get(token ?? "") ?? team,
					team: "House",
					user: "tradewire",
					is_enterprise_install: this.organisation !== null,
					user_id: "U0BOT",
					bot_id: "B0BOT",
				};
			case "apps.connections.open":
				return { ok: true, url: this.address.replace("http", "ws") };
			case "users.info":
				return {
					ok: true,
					user: {
						is_admin: this.admins.has(form.user ?? ""),
						...this.people.get(form.user ?? ""),
					},
				};
			case "conversations.info":
				return {
					ok: true,
					channel: {
						creator: this.creators.get(form.channel ?? ""),
						is_archived: this.archived.has(form.channel ?? ""),
					},
				};
			case "conversations.open": {
				const id = `D${form.users}`;
				this.channels.set(id, this.channels.get(id) ?? []);
				return { ok: true, channel: { id } };
			}
			case "users.list":
				return { ok: true, members: [{ id: "U0OWNER", is_owner: true }] };
			case "files.getUploadURLExternal": {
				const file_id = `F0FILE${String(++this.count).padStart(4, "0")}`;
				const bytes = Number(form.length);
				this.files.set(file_id, { bytes, wait: this.filesWait });
				const upload_url = `${this.address}/upload/${file_id}`;
				return { ok: true, file_id, upload_url };
			}
			case "files.completeUploadExternal":
				return { ok: true, files: JSON.parse(form.files ?? "[]") };
			default:
				return this.callInChannel(method, form);
		}
	}

	private callInChannel(method: string, form: Form): Outcome {
		const messages = this.channels.get(form.channel ?? "");
		if (!messages) return refuse("channel_not_found");
		const isWritten = method !== "conversations.history";
		if (isWritten && this.archived.has(form.channel ?? ""))
			return refuse("is_archived");
		switch (method) {
			case "chat.postMessage":
				return this.post(messages, form);
			case "conversations.join":
				return { ok: true };
			case "chat.update":
				return this.update(messages, form);
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
		const error = messageFault({ text, blocks }) ?? this.fileFault(blocks);
		if (error) return refuse(error);
		const { thread_ts } = form;
		if (thread_ts && !messages.some(({ ts }) => ts === thread_ts))
			return refuse("thread_not_found");
		const ts = `${Math.floor(this.now() / 1000)}.${String(++this.count).padStart(6, "0")}`;
		const metadata = form.metadata ? JSON.parse(form.metadata) : undefined;
		const thread = thread_ts ? { thread_ts } : {};
		messages.push({ ts, text, blocks, metadata, ...thread });
		return { ok: true, ts, channel: form.channel };
	}

	/** What the message was marked with stays, unless the call brings other metadata. */
	private update(messages: FakeMessage[], form: Form): Outcome {
		const { text, blocks } = readMessage(form);
		const error = messageFault({ text, blocks }) ?? this.fileFault(blocks);
		if (error) return refuse(error);
		const message = messages.find(({ ts }) => ts === form.ts);
		if (!message) return refuse("message_not_found");
		Object.assign(message, { text, blocks });
		return { ok: true, ts: message.ts };
	}

	/** Newest first, as history comes. */
	private page(messages: readonly FakeMessage[], form: Form): Outcome {
		const from = Number(form.cursor ?? 0);
		const { oldest = 0, latest = Number.MAX_VALUE, inclusive } = form;
		const isAtEnd = (ts: string) => ts === oldest || ts === latest;
		const inTime = messages
			.filter(({ ts }) =>
				isAtEnd(ts)
					? inclusive === "true"
					: Number(ts) > Number(oldest) && Number(ts) < Number(latest),
			)
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
