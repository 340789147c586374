import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";

export interface FakeGateway {
	/** `ws://` address that clients are told. */
	url(): string;
	/** Sends an event to the client that is connected; throws when none is. */
	dispatch(type: string, data: object): void;
	/** The intents that the client asked for; null before it did. */
	intents(): number | null;
	/** Ends every connection with this code. */
	drop(code: number): void;
	close(): void;
}

export interface GatewayFacts {
	readonly token: string;
	readonly application: object;
	readonly user: object;
	readonly guildId: string;
	/** The server's text channels. */
	readonly channels: readonly object[];
}

const packet = z.object({ op: z.int(), d: z.unknown() });
const identity = z.object({ token: z.string(), intents: z.int() });
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

/** Discord's gateway: hello, identify, ready with one server, heartbeats, resume, events. */
export function fakeGateway(server: Server, facts: GatewayFacts): FakeGateway {
	const sockets = new WebSocketServer({ server });
	let sequence = 0;
	let intents: number | null = null;
	const ready = new Set<WebSocket>();
	const send = (socket: WebSocket, message: object) =>
		socket.send(JSON.stringify(message));
	const event = (socket: WebSocket, t: string, d: object) =>
		send(socket, { op: 0, t, s: ++sequence, d });
	const url = () => {
		const address = server.address();
		if (typeof address !== "object" || !address) throw new Error("not open");
		return `ws://127.0.0.1:${address.port}`;
	};
	const greet = (socket: WebSocket, shard: readonly number[]) => {
		ready.add(socket);
		const session = { session_id: "s1", resume_gateway_url: url(), shard };
		const { user, application, guildId, channels } = facts;
		const guilds = [{ id: guildId, unavailable: true }];
		event(socket, "READY", { v: 10, user, application, guilds, ...session });
		event(socket, "GUILD_CREATE", { ...emptyGuild, id: guildId, channels });
	};

	sockets.on("connection", (socket) => {
		send(socket, { op: 10, d: { heartbeat_interval: 41_250 } });
		socket.on("close", () => ready.delete(socket));
		socket.on("message", (bytes) => {
			const { op, d } = packet.parse(JSON.parse(String(bytes)));
			if (op === 1) send(socket, { op: 11 });
			if (op === 2) {
				const client = identity.parse(d);
				if (client.token !== facts.token) return socket.close(closedForToken);
				intents = client.intents;
				greet(socket, [0, 1]);
			}
			if (op === 6) {
				ready.add(socket);
				event(socket, "RESUMED", {});
			}
		});
	});

	return {
		url,
		intents: () => intents,
		dispatch(type, data) {
			const [socket] = ready;
			if (!socket) throw new Error("nobody is connected to the gateway");
			event(socket, type, data);
		},
		drop(code) {
			ready.clear();
			for (const socket of sockets.clients) socket.close(code);
		},
		close() {
			for (const socket of sockets.clients) socket.terminate();
			sockets.close();
		},
	};
}
