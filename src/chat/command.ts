import type { PhraseKey, Say } from "../phrases/say.ts";
import type { Card } from "./card.ts";
import type { ChannelRef, ChannelSettings } from "./channel.ts";

/** One thing that may be offered while an option is typed. */
export interface Choice {
	readonly value: string;
	readonly label: string;
}

export interface OptionSpec {
	readonly name: string;
	readonly about: PhraseKey;
	readonly required: boolean;
	/** Takes several words without quotes: `/tariff kitchen cabinets MX`. */
	readonly greedy?: boolean;
	/** Typed by place, it keeps its quotes: in a query they carry meaning. */
	readonly verbatim?: boolean;
	/** Tells a word typed by place from the words of a greedy option before it. */
	readonly fits?: (word: string) => boolean;
	/** At most 25, best first, for the text typed so far. */
	readonly suggest?: (
		typed: string,
		channel: ChannelRef,
	) => Promise<readonly Choice[]>;
}

export interface SubcommandSpec {
	readonly name: string;
	readonly about: PhraseKey;
	/** A line that works, shown after a mistake; the command's own when left out. */
	readonly example?: string;
	readonly options: readonly OptionSpec[];
}

/** A command as every platform shows it. It has options or subcommands, not both. */
export interface CommandSpec {
	readonly name: string;
	readonly about: PhraseKey;
	/** A line that works, shown in help and after a mistake. */
	readonly example: string;
	/** Who sees the answer. A mistake is shown to the asker alone. */
	readonly audience: "asker" | "channel";
	/** `manager`: those who may manage the channel on their platform. */
	readonly right: "anyone" | "manager";
	readonly options: readonly OptionSpec[];
	readonly subcommands: readonly SubcommandSpec[];
	/** What may be typed and what it means, for help: a language of its own, such as queries. */
	readonly guide?: {
		readonly title: PhraseKey;
		readonly rows: readonly {
			readonly form: string;
			readonly about: PhraseKey;
		}[];
	};
}

interface Asker {
	readonly id: string;
	readonly name: string;
	readonly mayManage: boolean;
	/** In a talk with us alone, which anyone manages: that gives no say in what is shared. */
	readonly isAlone?: boolean;
	/** Runs this house rather than using it: at its machine, or by its admin token. */
	readonly isOperator?: boolean;
}

/** Someone asked for something: typed, chosen from a menu, or a button pressed. */
export interface Invocation {
	readonly channel: ChannelRef;
	readonly asker: Asker;
	/** The whole command line, with or without its slash. */
	readonly line: string;
}

export interface Reply {
	readonly card: Card;
	readonly audience: "asker" | "channel";
}

/** Answers every Invocation, mistakes included; it throws only when the house itself is broken. */
export type Answer = (invocation: Invocation) => Promise<Reply>;

/** An Invocation understood: what a command gets to work with. */
export interface Request {
	readonly channel: ChannelRef;
	readonly asker: Asker;
	readonly settings: ChannelSettings;
	readonly subcommand: string | null;
	/** Options that were given, by name; never empty texts. */
	readonly options: Readonly<Partial<Record<string, string>>>;
	/** The options that were given as `name:value`; the others came by place. */
	readonly named?: readonly string[];
	readonly say: Say;
	readonly now: Date;
}

/** A command with its answer. Throws Mistake for anything the asker can mend. */
export interface Command extends CommandSpec {
	answer(request: Request): Promise<Card>;
}
