import type { Card } from "../../src/chat/card.ts";
import { type ChannelRef, channelKey } from "../../src/chat/channel.ts";
import type { ChatPlatform, MessageRef } from "../../src/chat/chat-platform.ts";
import type { Finding } from "../../src/chat/finding.ts";

/** One message as people see it on the platform. */
interface Shown {
	readonly message: MessageRef;
	readonly key: string;
	readonly replyTo: string | null;
	/** Every form it has had, the newest last. */
	readonly cards: Card[];
}

type ScriptedVerb = "post" | "update" | "find";

/** What a script may do: throw before the verb happens, or after it happened. */
interface Script {
	before?(verb: ScriptedVerb, key: string): void;
	after?(verb: ScriptedVerb, key: string): void;
	/** Answers every find so. */
	finds?: "unknown";
}

/** A platform that keeps what was said, and fails as it is told. It drops no repeat. */
export interface ScriptedPlatform extends ChatPlatform {
	readonly shown: Shown[];
	script: Script;
	/** What `examine` says of a channel, by its key; well when nothing is set. */
	readonly faults: Map<string, Finding>;
	/** Who `keeperOf` gives. */
	keeper: ChannelRef | null;
}

/** Makes a platform of that name that does all it is asked until its script is changed. */
export function scriptedPlatform(name: string): ScriptedPlatform {
	const shown: Shown[] = [];
	const run = <T>(verb: ScriptedVerb, key: string, work: () => T): T => {
		platform.script.before?.(verb, key);
		const result = work();
		platform.script.after?.(verb, key);
		return result;
	};
	const platform: ScriptedPlatform = {
		name,
		shown,
		script: {},
		faults: new Map(),
		keeper: null,
		start: async () => "connected",
		stop: async () => undefined,
		post: async (channel, card, key, replyTo) =>
			run("post", key, () => {
				const message = { channel, id: `m${shown.length + 1}` };
				const thread = replyTo?.id ?? null;
				shown.push({ message, key, replyTo: thread, cards: [card] });
				return message;
			}),
		update: async (message, card) =>
			run("update", message.id, () => {
				const known = shown.find((one) => one.message.id === message.id);
				if (!known) throw new Error(`no message ${message.id}`);
				known.cards.push(card);
			}),
		find: async (channel, key) =>
			run("find", key, () => {
				if (platform.script.finds) return platform.script.finds;
				const known = shown.find(
					(one) =>
						one.key === key &&
						channelKey(one.message.channel) === channelKey(channel),
				);
				return known?.message ?? "absent";
			}),
		async examine(channel) {
			const fault = channel && platform.faults.get(channelKey(channel));
			return fault ? [fault] : [];
		},
		keeperOf: async () => platform.keeper,
	};
	return platform;
}
