import { randomUUID } from "node:crypto";
import { type Card, type Span, textBlock } from "../chat/card.ts";
import {
	type ChannelRef,
	type ChannelSettings,
	type Channels,
	channelKey,
	defaultChannelSettings,
} from "../chat/channel.ts";
import type { Answer, Command, Invocation, Reply } from "../chat/command.ts";
import { Mistake, withExample } from "../chat/mistake.ts";
import { parseCommandLine } from "../chat/parse-command-line.ts";
import type { Log } from "../log.ts";
import { type Say, sayIn } from "../phrases/say.ts";

export interface AnswerTools {
	readonly channels: Pick<Channels, "settings">;
	/** The platform reaches this channel again: what it holds may go out. */
	resume(channel: ChannelRef): Promise<void>;
	/** Whether someone may ask now; counts that they do. */
	mayAsk(asker: string): boolean;
	readonly log: Log;
	now(): Date;
}

/**
 * Makes the one Answer that all platforms give their Invocations to. Whatever
 * goes wrong becomes a Card for the asker alone: a Mistake in words and
 * buttons, anything else logged under a reference that the Card shows.
 */
export function makeAnswer(
	commands: readonly Command[],
	tools: AnswerTools,
): Answer {
	return async (invocation) => {
		let settings = defaultChannelSettings;
		try {
			settings = await tools.channels.settings(invocation.channel);
			return await answer(invocation, settings, { commands, ...tools });
		} catch (error) {
			const say = sayIn(settings.language);
			const card =
				error instanceof Mistake
					? mistakeCard(error, say)
					: brokenCard(error, invocation, { say, log: tools.log });
			return { card, audience: "asker" };
		}
	};
}

async function answer(
	invocation: Invocation,
	settings: ChannelSettings,
	tools: AnswerTools & { commands: readonly Command[] },
): Promise<Reply> {
	const { channel, asker } = invocation;
	// Counted by person, wherever they ask; whoever runs the house is not held up by it.
	const isWithin =
		asker.isOperator || tools.mayAsk(`${channel.platform} ${asker.id}`);
	if (!isWithin) throw new Mistake("chat.tooOften");
	// Someone typed here, so the platform reaches the channel again.
	if (settings.suspended) await tools.resume(channel);
	const { command, ...line } = parseCommandLine(
		invocation.line,
		tools.commands,
	);
	if (command.right === "manager" && !asker.mayManage) {
		throw new Mistake("chat.notManager");
	}
	const say = sayIn(settings.language);
	const request = { channel, asker, settings, say, now: tools.now(), ...line };
	try {
		return { card: await command.answer(request), audience: command.audience };
	} catch (error) {
		if (!(error instanceof Mistake)) throw error;
		throw withExample(error, command.example);
	}
}

function mistakeCard(mistake: Mistake, say: Say): Card {
	const { phrase, values, nearest, example, shown: lines } = mistake;
	const said = textBlock(say(phrase, values), ...lines.flatMap(codeLine));
	const offered =
		nearest.length > 0 ? [textBlock(say("chat.mistakeNearest"))] : [];
	const shown = example
		? [
				textBlock(`${say("chat.mistakeExample")} `, {
					text: example,
					style: "code",
				}),
			]
		: [];
	return {
		title: say("chat.mistakeTitle"),
		url: null,
		tone: "mistake",
		blocks: [said, ...shown, ...offered],
		actions: nearest.map((line) => ({ label: line, line })),
		footer: null,
	};
}

/** Each line is code of its own, for not every platform keeps a break inside code. */
function codeLine(text: string): Span[] {
	return [{ text: "\n" }, { text, style: "code" }];
}

function brokenCard(
	error: unknown,
	invocation: Invocation,
	tools: { say: Say; log: Log },
): Card {
	const reference = randomUUID().slice(0, 8);
	tools.log.error("command broke", {
		reference,
		channel: channelKey(invocation.channel),
		line: invocation.line,
		error,
	});
	return {
		title: tools.say("chat.brokenTitle"),
		url: null,
		tone: "mistake",
		blocks: [textBlock(tools.say("chat.broken", { reference }))],
		actions: [],
		footer: null,
	};
}
