import { cardText } from "../../src/chat/card-text.ts";
import type { ChatPlatform } from "../../src/chat/chat-platform.ts";
import type { Answer, CommandSpec } from "../../src/chat/command.ts";
import {
	type Follower,
	followTranscript,
} from "../../src/chat/follow-transcript.ts";
import { speakInTranscript } from "../../src/chat/speak-in-transcript.ts";
import type { Transcript } from "../../src/chat/transcript.ts";
import type { Log } from "../../src/log.ts";
import type { Say } from "../../src/phrases/say.ts";
import { type CommandLines, readCommandLines } from "./command-lines.ts";
import { utteranceText } from "./utterance-text.ts";

export interface ConsoleTools {
	readonly input: NodeJS.ReadableStream;
	readonly output: NodeJS.WritableStream;
	readonly transcript: Transcript;
	readonly say: Say;
	readonly log: Log;
	/** The channel shown and spoken in; `terminal` unless told. */
	readonly channel?: string;
	/** The asker's name; `operator` unless told. */
	readonly user?: string;
	/** IANA zone in which times are shown; UTC unless told. */
	readonly zone?: string;
}

const widest = 100;

/**
 * The chat in a terminal: prints what its channel hears, and answers lines.
 * Whoever sits at the house's own terminal may manage it. Other channels of
 * this platform are kept in the Transcript and shown nowhere.
 */
export function consolePlatform(tools: ConsoleTools): ChatPlatform {
	const { input, output, transcript, say, log } = tools;
	const { channel = "terminal", user = "operator", zone = "UTC" } = tools;
	const colour = isTerminal(output);
	const looks = { colour, zone, width: widthOf(output) };
	let lines: CommandLines | undefined;
	let follower: Follower | undefined;
	let endListening = async () => {};

	const listen = async (print: (text: string) => void) => {
		const [last] = await transcript.latest(channel, 1);
		follower = followTranscript({
			transcript,
			channel,
			after: last?.seq ?? 0,
			async tell(utterance) {
				const post = utterance.replyTo;
				const parent = post ? await transcript.find(post) : null;
				print(utteranceText(utterance, parent, { ...looks, say }));
			},
			failed: (error) => log.warn("console fell behind", { channel, error }),
		});
		endListening = await transcript.listen((heard) => {
			if (heard === channel) follower?.wake();
		});
		// Said between the first read and the listening.
		follower.wake();
	};

	return {
		name: "console",
		...speakInTranscript("console", transcript),
		async start(commands: readonly CommandSpec[], answer: Answer) {
			const place = { platform: "console", id: channel };
			const rights = { mayManage: true, isOperator: true };
			const asker = { id: "console", name: user, ...rights };
			const reply = async (line: string) => {
				try {
					const { card } = await answer({ channel: place, asker, line });
					return cardText(card, looks);
				} catch (error) {
					log.error("console command failed", { error });
					return say("platforms.consoleBroken");
				}
			};
			lines = readCommandLines({ input, output, say, commands, reply });
			await listen(lines.print);
			return "connected";
		},
		async stop() {
			await endListening();
			await follower?.stop();
			await lines?.close();
		},
	};
}

function isTerminal(output: NodeJS.WritableStream): boolean {
	return "isTTY" in output && output.isTTY === true;
}

function widthOf(output: NodeJS.WritableStream): number {
	const columns = "columns" in output ? Number(output.columns) : Number.NaN;
	return Math.min(columns || 80, widest);
}
