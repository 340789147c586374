import { attach, type FakeAttachment } from "./fake-attachments.ts";
import { type FakeGuild, type Right, rightBits } from "./fake-guild.ts";
import {
	isEmpty,
	type MessageBody,
	messageBody,
	threadBody,
} from "./message-rules.ts";
import { type Answered, type Asked, refused } from "./wire.ts";

export interface FakeMessage extends Omit<MessageBody, "attachments"> {
	readonly id: string;
	readonly channel_id: string;
	readonly author: object;
	readonly attachments: readonly FakeAttachment[];
	/** Accounts and groups that it notified. */
	readonly pinged: readonly string[];
	/** Known to Discord for a while, shown to nobody later. */
	readonly sentNonce: string | undefined;
}

export interface FakeChannels {
	/** Two text channels that are there from the start. */
	readonly ids: readonly [string, string];
	list(): object[];
	/** Makes so many more text channels; their ids. */
	add(count: number): readonly string[];
	/** Begins a thread that belongs to no message; its id. */
	addThread(parent: string): string;
	/** Messages that stand in a channel or thread, oldest first. */
	messages(id: string): readonly FakeMessage[];
	/** How many messages stand in all. */
	count(): number;
	/** What a thread is called. */
	nameOf(id: string): string;
	/** Someone else says so many things. */
	chatter(id: string, count: number): void;
	withhold(id: string, ...rights: readonly Right[]): void;
	grant(id: string, ...rights: Right[]): void;
	/** Closes a thread; a locked one opens for moderators alone. */
	archive(id: string, how?: { readonly locked: boolean }): void;
	isArchived(id: string): boolean;
	/** Takes a channel away, or the message of this id there. */
	remove(id: string, message?: string): void;
	/** Discord no longer knows the nonces of what was said. */
	forgetNonces(): void;
	route(asked: Asked): Answered | null;
}

interface FakeChannel {
	readonly id: string;
	readonly type: number;
	readonly name: string;
	/** The channel that a thread belongs to. */
	readonly parent: FakeChannel | null;
	readonly withheld: Set<Right>;
	archived: boolean;
	locked: boolean;
	messages: FakeMessage[];
}

const epochMs = 1_420_070_400_000;
const textType = 0;
const directType = 1;
const threadType = 11;
const manyAtOnce = 10n ** 6n;

/** Channels, threads and direct talks, with the rules of Create, Edit and Get Channel Messages. */
export function fakeChannels(
	bot: object,
	guild: FakeGuild,
	now = () => Date.now(),
): FakeChannels {
	const ids = ["210000000000000001", "210000000000000002"] as const;
	const channels = new Map<string, FakeChannel>();
	let count = 0n;
	const nextId = () =>
		String((BigInt(now() - epochMs) << 22n) + (++count % manyAtOnce));
	const known = (id: string) => {
		const channel = channels.get(id);
		if (!channel) throw new Error(`no channel ${id}`);
		return channel;
	};
	const open = (made: Pick<FakeChannel, "id" | "type" | "name" | "parent">) => {
		const state = { archived: false, locked: false, messages: [] };
		channels.set(made.id, { ...made, ...state, withheld: new Set() });
		return made.id;
	};
	const lacks = (channel: FakeChannel, right: Right) =>
		(channel.parent ?? channel).withheld.has(right);

	for (const id of ids)
		open({ id, type: textType, name: `news-${id.at(-1)}`, parent: null });

	/** Why the bot may not say this here; null when it may. */
	function forbidden(
		channel: FakeChannel,
		{ embeds }: MessageBody,
		{ files }: Asked,
	): Answered | null {
		if (channel.type === directType)
			return guild.takesDirect()
				? null
				: refused(403, 50007, "Cannot send messages to this user");
		if (channel.locked) return refused(403, 160005, "This thread is locked");
		const needed: Right[] = [channel.parent ? "sendInThreads" : "send"];
		if (embeds.length > 0) needed.push("embed");
		if (files.size > 0) needed.push("attach");
		return needed.some((right) => lacks(channel, right))
			? refused(403, 50013, "Missing Permissions")
			: null;
	}

	function create(channel: FakeChannel, asked: Asked): Answered {
		const checked = messageBody.safeParse(asked.body);
		if (!checked.success) return refused(400, 50035, checked.error.message);
		const { nonce, ...message } = checked.data;
		const closed = forbidden(channel, checked.data, asked);
		if (closed) return closed;
		if (isEmpty(message) && asked.files.size === 0)
			return refused(400, 50006, "Cannot send an empty message");
		const earlier =
			message.enforce_nonce && nonce !== undefined
				? channel.messages.find(({ sentNonce }) => sentNonce === nonce)
				: undefined;
		if (earlier) return { status: 200, body: { ...shown(earlier), nonce } };
		const { files } = asked;
		const attachments = attach({ body: message, files, nextId });
		if (typeof attachments === "string")
			return refused(400, 50035, attachments);
		const sent = {
			...message,
			attachments,
			id: nextId(),
			channel_id: channel.id,
			author: bot,
			pinged: pingedBy(message),
			sentNonce: nonce,
		};
		channel.archived = false;
		channel.messages.push(sent);
		return { status: 200, body: { ...shown(sent), nonce } };
	}

	function edit(channel: FakeChannel, id: string, asked: Asked): Answered {
		const checked = messageBody.safeParse(asked.body);
		if (!checked.success) return refused(400, 50035, checked.error.message);
		const at = channel.messages.findIndex((message) => message.id === id);
		const old = channel.messages[at];
		if (!old) return refused(404, 10008, "Unknown Message");
		if (channel.archived)
			return refused(
				400,
				50083,
				"Tried to perform an operation on an archived thread",
			);
		if (asked.files.size > 0 && lacks(channel, "attach"))
			return refused(403, 50013, "Missing Permissions");
		const body = checked.data;
		const { files } = asked;
		const standing = old.attachments;
		const attachments = attach({ body, files, standing, nextId });
		if (typeof attachments === "string")
			return refused(400, 50035, attachments);
		const edited = { ...old, ...body, attachments };
		channel.messages[at] = edited;
		return { status: 200, body: shown(edited) };
	}

	function history(channel: FakeChannel, query: URLSearchParams): Answered {
		const limit = Number(query.get("limit") ?? 50);
		if (!(limit >= 1 && limit <= 100)) return refused(400, 50035, "limit");
		if (lacks(channel, "history")) return { status: 200, body: [] };
		const after = query.get("after");
		const later =
			after === null
				? channel.messages
				: channel.messages.filter(({ id }) => BigInt(id) > BigInt(after));
		const page = after === null ? later.slice(-limit) : later.slice(0, limit);
		return { status: 200, body: page.map(shown).reverse() };
	}

	/** The id of a message's thread is the message's own. */
	function beginThread(
		channel: FakeChannel,
		id: string,
		body: unknown,
	): Answered {
		if (channel.type !== textType)
			return refused(400, 50024, "Cannot execute action on this channel type");
		if (lacks(channel, "thread"))
			return refused(403, 50013, "Missing Permissions");
		if (!channel.messages.some((message) => message.id === id))
			return refused(404, 10008, "Unknown Message");
		if (channels.has(id))
			return refused(
				400,
				160004,
				"A thread has already been created for this message",
			);
		const checked = threadBody.safeParse(body);
		if (!checked.success) return refused(400, 50035, checked.error.message);
		const { name } = checked.data;
		open({ id, type: threadType, name, parent: channel });
		return { status: 201, body: described(known(id)) };
	}

	function change(channel: FakeChannel, body: unknown): Answered {
		const archived =
			typeof body === "object" && body !== null && "archived" in body;
		if (channel.parent === null || !archived) return refused(400, 50035, "");
		if (channel.locked || lacks(channel, "sendInThreads"))
			return refused(403, 50013, "Missing Permissions");
		channel.archived = body.archived === true;
		return { status: 200, body: described(channel) };
	}

	function openDirect(): Answered {
		const id = "290000000000000001";
		if (!channels.has(id))
			open({ id, type: directType, name: "", parent: null });
		return { status: 200, body: { id, type: directType } };
	}

	function described(channel: FakeChannel): object {
		const { id, type, name, parent, withheld, archived, locked } = channel;
		const last_message_id = channel.messages.at(-1)?.id ?? null;
		if (type === directType) return { id, type, last_message_id };
		const place = { id, type, name, guild_id: guild.id, last_message_id };
		if (parent !== null)
			return {
				...place,
				parent_id: parent.id,
				thread_metadata: { archived, locked },
			};
		return {
			...place,
			parent_id: null,
			position: 0,
			permission_overwrites: [
				{ id: guild.botRoleId, type: 0, allow: "0", deny: rightBits(withheld) },
			],
		};
	}

	function routeIn(
		channel: FakeChannel,
		rest: string,
		asked: Asked,
	): Answered | null {
		const { method, query, body } = asked;
		if (rest === "" && method === "GET")
			return { status: 200, body: described(channel) };
		if (rest === "" && method === "PATCH") return change(channel, body);
		if (rest === "/messages" && method === "GET")
			return history(channel, query);
		if (rest === "/messages" && method === "POST")
			return create(channel, asked);
		const [, id = "", inside] =
			/^\/messages\/([^/]+)(\/threads)?$/.exec(rest) ?? [];
		if (id === "") return null;
		if (!/^\d{1,20}$/.test(id))
			return refused(400, 50035, `Value "${id}" is not snowflake.`);
		if (inside && method === "POST") return beginThread(channel, id, body);
		return !inside && method === "PATCH" ? edit(channel, id, asked) : null;
	}

	return {
		ids,
		list: () =>
			[...channels.values()]
				.filter(({ type }) => type === textType)
				.map(described),
		add: (number) =>
			Array.from({ length: number }, (_, at) =>
				open({
					id: String(230000000000000000n + BigInt(channels.size)),
					type: textType,
					name: `more-${at}`,
					parent: null,
				}),
			),
		addThread: (parent) =>
			open({
				id: nextId(),
				type: threadType,
				name: "talk",
				parent: known(parent),
			}),
		messages: (id) => channels.get(id)?.messages ?? [],
		count: () =>
			[...channels.values()].reduce(
				(sum, { messages }) => sum + messages.length,
				0,
			),
		nameOf: (id) => known(id).name,
		chatter(id, number) {
			const other = {
				author: { id: "1", username: "someone" },
				attachments: [],
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
		withhold(id, ...rights) {
			for (const right of rights) known(id).withheld.add(right);
		},
		grant(id, ...rights) {
			for (const right of rights) known(id).withheld.delete(right);
		},
		archive(id, { locked } = { locked: false }) {
			Object.assign(known(id), { archived: true, locked });
		},
		isArchived: (id) => known(id).archived,
		remove(id, message) {
			if (message === undefined) return void channels.delete(id);
			const channel = known(id);
			channel.messages = channel.messages.filter((one) => one.id !== message);
		},
		forgetNonces() {
			for (const channel of channels.values()) {
				channel.messages = channel.messages.map((message) => ({
					...message,
					sentNonce: undefined,
				}));
			}
		},
		route(asked) {
			const { method, path } = asked;
			if (path === "/users/@me/channels" && method === "POST")
				return guild.isThere() ? openDirect() : refused(400, 50278, "no");
			const [, id, rest = ""] = /^\/channels\/(\d+)(\/.*)?$/.exec(path) ?? [];
			if (id === undefined) return null;
			const channel = channels.get(id);
			if (!channel) return refused(404, 10003, "Unknown Channel");
			const isOpen = channel.type === directType || guild.isThere();
			if (!isOpen || lacks(channel, "view"))
				return refused(403, 50001, "Missing Access");
			return routeIn(channel, rest, asked);
		},
	};
}

/** As Discord gives a message to anyone: without its nonce. */
function shown({ sentNonce: _, pinged: __, ...message }: FakeMessage): object {
	return { type: 0, content: "", ...message };
}

/** Embeds notify nobody; content does, unless it is told not to. */
function pingedBy({
	content = "",
	allowed_mentions,
}: Pick<MessageBody, "content" | "allowed_mentions">): string[] {
	const mentions = content.match(/@everyone|@here|<@[!&]?\d+>/g) ?? [];
	const isQuiet = allowed_mentions?.parse.length === 0;
	return isQuiet ? [] : ["unless told otherwise", ...mentions];
}
