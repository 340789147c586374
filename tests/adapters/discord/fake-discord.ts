import { createServer, type ServerResponse } from "node:http";
import { type FakeChannels, fakeChannels } from "./fake-channels.ts";
import {
	type FakeGateway,
	fakeGateway,
	type GatewaySettings,
	usualGateway,
} from "./fake-gateway.ts";
import { type FakeGuild, fakeGuild } from "./fake-guild.ts";
import {
	type FakeInteractions,
	fakeInteractions,
} from "./fake-interactions.ts";
import { type FakeLimits, fakeLimits } from "./fake-limits.ts";
import { commandBodies } from "./message-rules.ts";
import { readRequest } from "./read-request.ts";
import { type Answered, type Asked, refused } from "./wire.ts";

/** What the fake does to one request instead of answering it properly. */
export type Fault =
	| {
			readonly kind: "limit";
			readonly retryAfterSeconds: number;
			readonly global?: boolean;
	  }
	| {
			readonly kind:
				| "500 before"
				| "500 after"
				| "cut before"
				| "cut after"
				| "html"
				| "hang";
	  };

export interface FakeDiscord {
	/** As `DISCORD_API_URL` takes it. */
	readonly apiUrl: string;
	readonly token: string;
	readonly applicationId: string;
	readonly channels: FakeChannels;
	readonly guild: FakeGuild;
	readonly gateway: FakeGateway;
	readonly interactions: FakeInteractions;
	/** Counts 429s, those of the script left out. */
	readonly limits: FakeLimits;
	/** Every request so far. */
	readonly requests: Asked[];
	/** The definitions registered last. */
	commands(): readonly unknown[];
	/** Does this to the next requests whose `METHOD path` matches, one after the other. */
	fail(matching: RegExp, ...faults: readonly Fault[]): void;
	/** Cuts every request from now on; the function mends it. */
	breakDown(): () => void;
	/** From now on the token is not known. */
	revokeToken(): void;
	close(): Promise<void>;
}

const noJson = "The request body contains invalid JSON.";
const token = "a.fake.token";
const applicationId = "100000000000000001";
const user = {
	id: applicationId,
	username: "tradewire",
	discriminator: "0",
	avatar: null,
	bot: true,
};
const application = { id: applicationId, name: "Tradewire", flags: 0 };

/** Discord on loopback: REST v10 and the gateway, as documented, with faults on demand; `now` dates its messages, in ms. */
export async function fakeDiscord(
	settings: Partial<GatewaySettings> = {},
	now = () => Date.now(),
): Promise<FakeDiscord> {
	const guild = fakeGuild({
		user,
		application,
		channels: () => channels.list(),
	});
	const channels = fakeChannels(user, guild, now);
	const requests: Asked[] = [];
	const limits = fakeLimits();
	const faults: { matching: RegExp; fault: Fault }[] = [];
	let commands: readonly unknown[] = [];
	let isDown = false;
	let known: string | null = token;

	const server = createServer(async (request, response) => {
		const asked = await readRequest(request).catch(() => null);
		if (asked === null) return send(response, refused(400, 50109, noJson));
		requests.push(asked);
		if (isDown) return response.destroy();
		const at = faults.findIndex(({ matching }) =>
			matching.test(`${asked.method} ${asked.path}`),
		);
		const fault = at < 0 ? undefined : faults.splice(at, 1)[0]?.fault;
		if (fault?.kind === "hang") return undefined;
		if (fault?.kind === "cut before") return response.destroy();
		if (fault && !fault.kind.endsWith("after"))
			return send(response, faulty(fault));
		const isOpen = /^\/(?:interactions|webhooks)\//.test(asked.path);
		const isKnown = request.headers.authorization === `Bot ${known}`;
		const answered =
			isOpen || isKnown
				? withinLimits(asked, isOpen)
				: refused(401, 0, "401: Unauthorized");
		if (fault?.kind === "cut after") return response.destroy();
		send(response, fault ? faulty(fault) : answered);
	});
	const gateway = fakeGateway(server, {
		settings: { ...usualGateway, ...settings },
		token,
		user,
		application,
		guildId: guild.id,
		channels: channels.list(),
	});
	const interactions = fakeInteractions({
		gateway,
		user,
		applicationId,
		guildId: guild.id,
	});

	function withinLimits(asked: Asked, isOpen: boolean): Answered {
		if (isOpen) return route(asked);
		const { method, path } = asked;
		const answered = limits.refuse(method, path) ?? route(asked);
		const headers = { ...limits.headers(method, path), ...answered.headers };
		return { ...answered, headers };
	}

	/** Translations are told to those alone who ask for them. */
	function listed(query: URLSearchParams): unknown {
		if (query.get("with_localizations") === "true") return commands;
		return JSON.parse(JSON.stringify(commands), (name, value) =>
			name.endsWith("_localizations") ? undefined : value,
		);
	}

	function route(asked: Asked): Answered {
		const { method, path } = asked;
		if (path === "/gateway/bot") return { status: 200, body: gateway.facts() };
		if (path === `/applications/${applicationId}/commands`) {
			if (method === "GET") return { status: 200, body: listed(asked.query) };
			const checked = commandBodies.safeParse(asked.body);
			if (!checked.success) return refused(400, 50035, checked.error.message);
			commands = checked.data.map((command, at) => ({
				...command,
				id: `30000000000000000${at}`,
				type: 1,
				version: "1",
			}));
			return { status: 200, body: commands };
		}
		return (
			interactions.route(asked) ??
			channels.route(asked) ??
			guild.route(asked) ??
			refused(404, 0, "404: Not Found")
		);
	}

	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		apiUrl: `${gateway.url().replace("ws:", "http:")}/api`,
		token,
		applicationId,
		channels,
		guild,
		gateway,
		interactions,
		limits,
		requests,
		commands: () => commands,
		fail(matching, ...these) {
			faults.push(...these.map((fault) => ({ matching, fault })));
		},
		breakDown() {
			isDown = true;
			return () => {
				isDown = false;
			};
		},
		revokeToken() {
			known = null;
		},
		async close() {
			gateway.close();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

type Sent = Answered & { readonly text?: string };

function faulty(fault: Fault): Sent {
	if (fault.kind === "html")
		return { status: 403, text: "<html>Access denied</html>" };
	if (fault.kind !== "limit")
		return {
			status: 500,
			body: { code: 0, message: "500: Internal Server Error" },
		};
	const { retryAfterSeconds, global = false } = fault;
	return {
		status: 429,
		body: {
			message: "You are being rate limited.",
			retry_after: retryAfterSeconds,
			global,
		},
		headers: {
			"retry-after": String(retryAfterSeconds),
			"x-ratelimit-scope": global ? "global" : "user",
			...(global ? { "x-ratelimit-global": "true" } : {}),
		},
	};
}

function send(
	response: ServerResponse,
	{ status, body, headers = {}, text }: Sent,
): void {
	const json = body === undefined ? undefined : JSON.stringify(body);
	const type = text === undefined ? "application/json" : "text/html";
	const sent = text ?? json;
	const kind = sent === undefined ? {} : { "content-type": type };
	response.writeHead(status, { ...kind, ...headers });
	response.end(sent);
}
