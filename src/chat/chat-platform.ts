import type { Card } from "./card.ts";
import type { ChannelRef } from "./channel.ts";
import type { Answer, CommandSpec } from "./command.ts";
import type { Finding } from "./finding.ts";

/** A message that a platform has accepted. The id is opaque to the core. */
export interface MessageRef {
	readonly channel: ChannelRef;
	readonly id: string;
}

/** How far `start` has come: `connecting` when the platform did not answer yet. */
export type Connection = "connected" | "connecting";

/**
 * A place where people talk, as eight verbs. There are no capability flags: an
 * adapter fits every Card to its limits and says what it left out. `post`,
 * `update` and `find` throw nothing but ChatError; `examine` and `keeperOf`
 * throw nothing.
 */
export interface ChatPlatform {
	readonly name: string;
	/**
	 * Connects, registers the commands and gives every Invocation to `answer`.
	 * A platform out of reach is tried again in the background; one that
	 * refuses our token throws, saying which setting to mend.
	 */
	start(commands: readonly CommandSpec[], answer: Answer): Promise<Connection>;
	/** Posts once. `key` names the delivery; a platform able to drop a repeat does so. */
	post(
		channel: ChannelRef,
		card: Card,
		key: string,
		replyTo?: MessageRef,
	): Promise<MessageRef>;
	/** Replaces what an earlier message says, in place. */
	update(message: MessageRef, card: Card): Promise<void>;
	/** Looks for an earlier post with this key, in the thread of `replyTo` too; "unknown" when the platform cannot tell. */
	find(
		channel: ChannelRef,
		key: string,
		since: Date,
		replyTo?: MessageRef,
	): Promise<MessageRef | "absent" | "unknown">;
	/**
	 * Says how things stand: with our token and app, or, given a channel, with
	 * our rights there. Works before `start`, and in processes that never do.
	 */
	examine(channel?: ChannelRef): Promise<readonly Finding[]>;
	/** A direct talk with someone who can mend the channel; null when nobody is to be found. */
	keeperOf(channel: ChannelRef): Promise<ChannelRef | null>;
	/** Finishes what is under way and disconnects. */
	stop(): Promise<void>;
}

/**
 * The four ways a platform can fail us, each with one action:
 * busy (wait `retryAfterMs`, no attempt spent) · unreachable (it may or may
 * not have happened: find before posting again) · gone (suspend the channel) ·
 * refused (our fault: dead at once, loudly).
 */
export type ChatErrorKind = "busy" | "unreachable" | "gone" | "refused";

export class ChatError extends Error {
	readonly kind: ChatErrorKind;
	readonly retryAfterMs: number;

	constructor(
		kind: ChatErrorKind,
		message: string,
		options: { retryAfterMs?: number; cause?: unknown } = {},
	) {
		super(message, { cause: options.cause });
		this.name = "ChatError";
		this.kind = kind;
		this.retryAfterMs = options.retryAfterMs ?? 0;
	}
}
