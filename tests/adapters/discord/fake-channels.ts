import { isEmpty, type MessageBody, messageBody } from "./message-rules.ts";
import { type Answered, type Asked, refused } from "./wire.ts";

export interface FakeMessage extends MessageBody {
	readonly id: string;
	readonly channel_id: string;
	readonly author: object;
	/** Accounts and groups that it notified. */
	readonly pinged: readonly string[];
	/** Known to Discord for a while, shown to nobody later. */
	readonly sentNonce: string | undefined;
}

/** Rights of the bot that a channel may withhold. */
type Right = "view" | "send" | "history";

export interface FakeChannels {
	/** Two text channels that are there from the start. */
	readonly ids: readonly [string, string];
	list(): object[];
	/** Messages that stand, oldest first. */
	messages(id: string): readonly FakeMessage[];
	/** Someone else says so many things. */
	chatter(id: string, count: number): void;
	withhold(id: string, right: Right): void;
	remove(id: string): void;
	/** Discord no longer knows the nonces of what was said. */
	forgetNonces(): void;
	route(asked: Asked): Answered | null;
}

interface FakeChannel {
	readonly id: string;
	readonly withheld: Set<Right>;
	messages: FakeMessage[];
}

const epochMs = 1_420_070_400_000;

/** Text channels with the rules of Create, Edit and Get Channel Messages. */
export function fakeChannels(bot: object): FakeChannels {
	const ids = ["210000000000000001", "210000000000000002"] as const;
	const channels = new Map<string, FakeChannel>(
		ids.map((id) => [id, { id, withheld: new Set(), messages: [] }]),
	);
	let count = 0n;
	const nextId = () => String((BigInt(Date.now() - epochMs) << 22n) + ++count);
	const known = (id: string) => {
		const channel = channels.get(id);
		if (!channel) throw new Error(`no channel ${id}`);
		return channel;
	};

	function create(channel: FakeChannel, body: unknown): Answered {
		if (channel.withheld.has("send"))
			return refused(403, 50013, "Missing Permissions");
		const checked = messageBody.safeParse(body);
		if (!checked.success) return refused(400, 50035, checked.error.message);
		const { nonce, ...message } = checked.data;
		if (isEmpty(message))
			return refused(400, 50006, "Cannot send an empty message");
		const earlier =
			message.enforce_nonce && nonce !== undefined
				? channel.messages.find(({ sentNonce }) => sentNonce === nonce)
				: undefined;
		if (earlier) return { status: 200, body: { ...shown(earlier), nonce } };
		const sent = {
			...message,
			id: nextId(),
			channel_id: channel.id,
			author: bot,
			pinged: pingedBy(message),
			sentNonce: nonce,
		};
		channel.messages.push(sent);
		return { status: 200, body: { ...shown(sent), nonce } };
	}

	function edit(channel: FakeChannel, id: string, body: unknown): Answered {
		if (!/^\d{1,20}$/.test(id))
			return refused(400, 50035, `Value "${id}" is not snowflake.`);
		const checked = messageBody.safeParse(body);
		if (!checked.success) return refused(400, 50035, checked.error.message);
		const at = channel.messages.findIndex((message) => message.id === id);
		const old = channel.messages[at];
		if (!old) return refused(404, 10008, "Unknown Message");
		const edited = { ...old, ...checked.data };
		channel.messages[at] = edited;
		return { status: 200, body: shown(edited) };
	}

	function history(channel: FakeChannel, query: URLSearchParams): Answered {
		const limit = Number(query.get("limit") ?? 50);
		if (!(limit >= 1 && limit <= 100)) return refused(400, 50035, "limit");
		if (channel.withheld.has("history")) return { status: 200, body: [] };
		const after = query.get("after");
		const later =
			after === null
				? channel.messages
				: channel.messages.filter(({ id }) => BigInt(id) > BigInt(after));
		const page = after === null ? later.slice(-limit) : later.slice(0, limit);
		return { status: 200, body: page.map(shown).reverse() };
	}

	return {
		ids,
		list: () =>
			[...channels.keys()].map((id) => ({
				id,
				type: 0,
				name: `news-${id.at(-1)}`,
				position: 0,
				permission_overwrites: [],
			})),
		messages: (id) => known(id).messages,
		chatter(id, number) {
			const other = {
				author: { id: "1", username: "someone" },
				pinged: [],
				sentNonce: undefined,
			};
			const texts = Array.from({ length: number }, (_, at) => ({
				...other,
				content: `hello ${at}`,
				embeds: [],
				components: [],
				id: nextId(),
				channel_id: id,
			}));
			known(id).messages.push(...texts);
		},
		withhold: (id, right) => known(id).withheld.add(right),
		remove: (id) => channels.delete(id),
		forgetNonces() {
			for (const channel of channels.values()) {
				channel.messages = channel.messages.map((message) => ({
					...message,
					sentNonce: undefined,
				}));
			}
		},
		route({ method, path, query, body }) {
			const [, id, rest = ""] = /^\/channels\/(\d+)(\/.*)?$/.exec(path) ?? [];
			if (id === undefined) return null;
			const channel = channels.get(id);
			if (!channel) return refused(404, 10003, "Unknown Channel");
			if (channel.withheld.has("view"))
				return refused(403, 50001, "Missing Access");
			if (rest === "" && method === "GET")
				return {
					status: 200,
					body: {
						id,
						type: 0,
						last_message_id: channel.messages.at(-1)?.id ?? null,
					},
				};
			if (rest === "/messages" && method === "GET")
				return history(channel, query);
			if (rest === "/messages" && method === "POST")
				return create(channel, body);
			const message = /^\/messages\/(.+)$/.exec(rest)?.[1];
			return message !== undefined && method === "PATCH"
				? edit(channel, message, body)
				: null;
		},
	};
}

/** As Discord gives a message to anyone: without its nonce. */
function shown({ sentNonce: _, pinged: __, ...message }: FakeMessage): object {
	return { type: 0, content: "", attachments: [], ...message };
}

/** Embeds notify nobody; content does, unless it is told not to. */
function pingedBy({ content = "", allowed_mentions }: MessageBody): string[] {
	const mentions = content.match(/@everyone|@here|<@[!&]?\d+>/g) ?? [];
	const isQuiet = allowed_mentions?.parse.length === 0;
	return isQuiet ? [] : ["unless told otherwise", ...mentions];
}
