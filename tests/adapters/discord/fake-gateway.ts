import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";

export interface FakeGateway {
	/** `ws://` address that clients are told. */
	url(): string;
	/** Of `GET /gateway/bot`. */
	facts(): object;
	/**
	 * Sends an event to the session of its server's shard, or keeps it until
	 * that session is resumed; throws when there is none.
	 */
	dispatch(type: string, data: object): void;
	/** The intents that the client asked for; null before it did. */
	intents(): number | null;
	/** Shards in the order in which they identified, as `[number, of]`. */
	identified(): readonly (readonly number[])[];
	/** Sessions taken up again so far. */
	resumed(): number;
	/** Heartbeats so far. */
	beats(): number;
	/** Ends every connection with this code; its sessions live on. */
	drop(code: number): void;
	/** Cuts every connection without a word. */
	cut(): void;
	/** Asks every client to come back (op 7). */
	askToReconnect(): void;
	/** Ends every session (op 9): clients begin anew. */
	invalidate(): void;
	/** Answers no heartbeat from now on, on the connections that there are. */
	fallSilent(): void;
	close(): void;
}

/** How the gateway wants its clients to come. */
export interface GatewaySettings {
	readonly shards: number;
	/** Shards that may identify at once. */
	readonly atOnce: number;
	/** Sessions that may still be begun today. */
	readonly sessionsLeft: number;
	readonly heartbeatMs: number;
}

export const usualGateway: GatewaySettings = {
	shards: 1,
	atOnce: 1,
	sessionsLeft: 999,
	heartbeatMs: 41_250,
};

export interface GatewayFacts {
	readonly settings: GatewaySettings;
	readonly token: string;
	readonly application: object;
	readonly user: object;
	readonly guildId: string;
	/** The server's text channels. */
	readonly channels: readonly object[];
}

interface Session {
	readonly id: string;
	readonly shard: readonly number[];
	readonly events: {
		readonly s: number;
		readonly t: string;
		readonly d: object;
	}[];
	socket: WebSocket | null;
}

const packet = z.object({ op: z.int(), d: z.unknown() });
const identity = z.object({
	token: z.string(),
	intents: z.int(),
	shard: z.array(z.int()).length(2).default([0, 1]),
});
const resumption = z.object({
	token: z.string(),
	session_id: z.string(),
	seq: z.int(),
});
const ofServer = z.object({ guild_id: z.string() });
const closedForToken = 4004;
const emptyGuild = {
	name: "Brokers",
	roles: [],
	members: [],
	threads: [],
	emojis: [],
	stickers: [],
	voice_states: [],
	presences: [],
	member_count: 1,
};

/** Discord's gateway: hello, identify, ready with one server, heartbeats, resume with what was missed, events. */
export function fakeGateway(server: Server, facts: GatewayFacts): FakeGateway {
	const { settings } = facts;
	const sockets = new WebSocketServer({ server });
	const sessions = new Map<string, Session>();
	const identified: (readonly number[])[] = [];
	const silent = new Set<WebSocket>();
	let intents: number | null = null;
	let begun = 0;
	let resumed = 0;
	let beats = 0;

	const send = (socket: WebSocket, message: object) =>
		socket.send(JSON.stringify(message));
	const url = () => {
		const address = server.address();
		if (typeof address !== "object" || !address) throw new Error("not open");
		return `ws://127.0.0.1:${address.port}`;
	};
	const tell = (session: Session, t: string, d: object) => {
		const event = { s: session.events.length + 1, t, d };
		session.events.push(event);
		if (session.socket) send(session.socket, { op: 0, ...event });
	};
	const shardOf = (guild: string, of: number) =>
		Number((BigInt(guild) >> 22n) % BigInt(of));

	function begin(socket: WebSocket, d: unknown) {
		const client = identity.parse(d);
		if (client.token !== facts.token) return socket.close(closedForToken);
		const { shard } = client;
		intents = client.intents;
		identified.push(shard);
		const session: Session = { id: `s${++begun}`, shard, events: [], socket };
		sessions.set(session.id, session);
		const { user, application, guildId, channels } = facts;
		const isHere = shardOf(guildId, shard[1] ?? 1) === shard[0];
		const guilds = isHere ? [{ id: guildId, unavailable: true }] : [];
		const whole = { session_id: session.id, resume_gateway_url: url(), shard };
		tell(session, "READY", { v: 10, user, application, guilds, ...whole });
		if (isHere)
			tell(session, "GUILD_CREATE", { ...emptyGuild, id: guildId, channels });
	}

	function resume(socket: WebSocket, d: unknown) {
		const { session_id, seq } = resumption.parse(d);
		const session = sessions.get(session_id);
		if (!session) return send(socket, { op: 9, d: false });
		session.socket = socket;
		resumed++;
		for (const event of session.events.slice(seq))
			send(socket, { op: 0, ...event });
		tell(session, "RESUMED", {});
	}

	sockets.on("connection", (socket) => {
		const { heartbeatMs } = settings;
		send(socket, { op: 10, d: { heartbeat_interval: heartbeatMs } });
		socket.on("close", () => {
			for (const session of sessions.values())
				if (session.socket === socket) session.socket = null;
		});
		socket.on("message", (bytes) => {
			const { op, d } = packet.parse(JSON.parse(String(bytes)));
			if (op === 1) {
				beats++;
				if (!silent.has(socket)) send(socket, { op: 11 });
			}
			if (op === 2) begin(socket, d);
			if (op === 6) resume(socket, d);
		});
	});

	return {
		url,
		facts: () => ({
			url: url(),
			shards: settings.shards,
			session_start_limit: {
				total: 1000,
				remaining: settings.sessionsLeft - identified.length,
				reset_after: 60_000,
				max_concurrency: settings.atOnce,
			},
		}),
		intents: () => intents,
		identified: () => identified,
		resumed: () => resumed,
		beats: () => beats,
		dispatch(type, data) {
			const guild = ofServer.safeParse(data).data?.guild_id;
			const session = [...sessions.values()]
				.reverse()
				.find(({ shard: [number, of = 1] }) =>
					guild === undefined ? number === 0 : number === shardOf(guild, of),
				);
			if (!session) throw new Error("nobody has come to the gateway");
			tell(session, type, data);
		},
		drop(code) {
			for (const socket of sockets.clients) socket.close(code);
		},
		cut() {
			for (const socket of sockets.clients) socket.terminate();
		},
		askToReconnect() {
			for (const socket of sockets.clients) send(socket, { op: 7, d: null });
		},
		invalidate() {
			sessions.clear();
			for (const socket of sockets.clients) send(socket, { op: 9, d: false });
		},
		fallSilent() {
			for (const socket of sockets.clients) silent.add(socket);
		},
		close() {
			for (const socket of sockets.clients) socket.terminate();
			sockets.close();
		},
	};
}
