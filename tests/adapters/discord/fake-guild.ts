import { type Answered, type Asked, refused } from "./wire.ts";

/** Rights of the bot that a channel may withhold, and their bits. */
const bits = {
	view: 1n << 10n,
	send: 1n << 11n,
	embed: 1n << 14n,
	attach: 1n << 15n,
	history: 1n << 16n,
	thread: 1n << 35n,
	sendInThreads: 1n << 38n,
};
export type Right = keyof typeof bits;

/** Rights as Discord writes a set of them. */
export function rightBits(rights: Iterable<Right>): string {
	let set = 0n;
	for (const right of rights) set |= bits[right];
	return String(set);
}

/** One server with the bot in it. */
export interface FakeGuild {
	readonly id: string;
	readonly botRoleId: string;
	/** Whether the bot is (still) in it. */
	isThere(): boolean;
	kick(): void;
	/** Whether its owner takes direct messages of the bot. */
	takesDirect(): boolean;
	closeDirect(): void;
	route(asked: Asked): Answered | null;
}

interface Facts {
	readonly user: { readonly id: string };
	readonly application: object;
	/** All that stand in the server. */
	readonly channels: () => object[];
}

const id = "200000000000000001";
const botRoleId = "220000000000000001";
const ownerId = "400000000000000001";
const everything = rightBits(
	Object.keys(bits) as Right[], // the keys of `bits` alone
);

/** Who the bot is, the server that it is in, and its rights there. */
export function fakeGuild({ user, application, channels }: Facts): FakeGuild {
	let isThere = true;
	let takesDirect = true;
	const guild = {
		id,
		name: "Brokers",
		owner_id: ownerId,
		roles: [
			{ id, name: "@everyone", permissions: everything },
			{ id: botRoleId, name: "Tradewire", permissions: "0" },
		],
	};

	return {
		id,
		botRoleId,
		isThere: () => isThere,
		kick() {
			isThere = false;
		},
		takesDirect: () => takesDirect,
		closeDirect() {
			takesDirect = false;
		},
		route({ method, path }) {
			if (method !== "GET") return null;
			const ok = (body: unknown) => ({ status: 200, body });
			if (path === "/users/@me") return ok(user);
			if (path === "/applications/@me") return ok(application);
			if (path === "/users/@me/guilds")
				return ok(isThere ? [{ id, name: guild.name }] : []);
			if (!path.startsWith("/guilds/")) return null;
			if (!isThere || !path.startsWith(`/guilds/${id}`))
				return refused(404, 10004, "Unknown Guild");
			if (path === `/guilds/${id}`) return ok(guild);
			if (path === `/guilds/${id}/channels`) return ok(channels());
			if (path === `/guilds/${id}/members/${user.id}`)
				return ok({ user, roles: [botRoleId] });
			return null;
		},
	};
}
