import type { CommandHelp, OptionHelp, SubcommandHelp } from "../wire.ts";

/** One thing that the reader may choose while typing. */
export interface Offer {
	/** Stands in the list. */
	readonly label: string;
	readonly about: string;
	/** Replaces the text from `from` on. */
	readonly text: string;
	readonly from: number;
}

/** A value that the server should be asked for. */
export interface ValueWish {
	readonly command: string;
	readonly subcommand: string;
	readonly option: OptionHelp;
	readonly typed: string;
	/** Where the value begins in the line. */
	readonly from: number;
	/** Put before the value: `origin:` when it is given by name. */
	readonly prefix: string;
}

export interface Completion {
	readonly offers: readonly Offer[];
	readonly wish: ValueWish | null;
}

interface Word {
	readonly text: string;
	readonly from: number;
}

const nothing: Completion = { offers: [], wish: null };

/** What may follow in a command line typed so far, with the caret at its end. */
export function completionOf(
	line: string,
	commands: readonly CommandHelp[],
): Completion {
	const words = wordsOf(line);
	const [first, second] = words;
	if (!first || words.length === 1) {
		return line.startsWith("/") || first ? named(line, commands) : nothing;
	}
	const command = commands.find(
		({ name }) => `/${name}` === slashed(first.text),
	);
	if (!command || !second) return nothing;
	if (command.subcommands.length === 0) {
		return completeOptions(command, words.slice(1), { command: command.name });
	}
	if (words.length === 2) return subcommands(command, second);
	const sub = command.subcommands.find(({ name }) => name === second.text);
	const place = { command: command.name, subcommand: second.text };
	return sub ? completeOptions(sub, words.slice(2), place) : nothing;
}

/** A value as it stands in a line: quoted when it would read as several words. */
export function lineValue(
	value: string,
	{ option, prefix }: ValueWish,
): string {
	const whole = option.greedy && prefix === "";
	return /[\s"]/.test(value) && !whole
		? `${prefix}"${value.replaceAll('"', "")}"`
		: `${prefix}${value}`;
}

function named(line: string, commands: readonly CommandHelp[]): Completion {
	const typed = slashed(line.trim()).slice(1).toLowerCase();
	const offers = commands
		.filter(({ name }) => name.startsWith(typed))
		.map(({ name, about }) => {
			return { label: `/${name}`, about, text: `/${name} `, from: 0 };
		});
	return { offers, wish: null };
}

function subcommands(command: CommandHelp, { text, from }: Word): Completion {
	const offers = command.subcommands
		.filter(({ name }) => name.startsWith(text.toLowerCase()))
		.map(({ name, about }) => ({ label: name, about, text: `${name} `, from }));
	return { offers, wish: null };
}

function completeOptions(
	{ options }: SubcommandHelp,
	words: readonly Word[],
	place: { command: string; subcommand?: string },
): Completion {
	const last = words.at(-1);
	if (!last) return nothing;
	const { command, subcommand = "" } = place;
	const base = { command, subcommand };
	const option = namedIn(last, options);
	if (option) {
		const prefix = `${option.name}:`;
		const typed = last.text.slice(prefix.length).replaceAll('"', "");
		const wish = { ...base, option, typed, prefix, from: last.from };
		return { offers: [], wish: option.suggests ? wish : null };
	}
	const given = words.map((word) => namedIn(word, options));
	const open = options.filter((each) => !given.includes(each));
	const free = words.filter((word) => !namedIn(word, options));
	const current = optionByPlace(open, words, free);
	const more = free.length > 1 || last.text === "";
	return {
		offers: nameOffers(open, current.option, last, more),
		wish: wishByPlace(current, base),
	};
}

function namedIn({ text }: Word, options: readonly OptionHelp[]) {
	return options.find(({ name }) => text.startsWith(`${name}:`));
}

/** The option that the last word belongs to by its place, and what is typed of it: for a greedy one, all words from its first. */
function optionByPlace(
	open: readonly OptionHelp[],
	words: readonly Word[],
	free: readonly Word[],
) {
	const greedyAt = open.findIndex(({ greedy }) => greedy);
	const byPlace = free.length - 1;
	const inGreedy = greedyAt >= 0 && byPlace >= greedyAt;
	const first = free[inGreedy ? greedyAt : byPlace];
	const from = first?.from ?? 0;
	const typed = words
		.filter((word) => word.from >= from)
		.map(({ text }) => text)
		.join(" ");
	return { option: open[inGreedy ? greedyAt : byPlace], from, typed };
}

function wishByPlace(
	{ option, from, typed }: ReturnType<typeof optionByPlace>,
	base: { command: string; subcommand: string },
): ValueWish | null {
	if (!option?.suggests) return null;
	return { ...base, option, typed, from, prefix: "" };
}

/** `origin:` and its like, once the first value stands or its name is begun. */
function nameOffers(
	open: readonly OptionHelp[],
	current: OptionHelp | undefined,
	{ text, from }: Word,
	anyMore: boolean,
): readonly Offer[] {
	return open
		.filter((option) => option !== current || text !== "")
		.filter(({ name }) => name.startsWith(text) && (anyMore || text !== ""))
		.map(({ name, about }) => {
			return { label: `${name}:`, about, text: `${name}:`, from };
		});
}

/** Words with their places; quotes hold words together; a space at the end begins an empty word. */
function wordsOf(line: string): Word[] {
	const found = [...line.matchAll(/(?:"[^"]*"?|[^\s"])+/g)];
	const words = found.map(({ 0: text, index }) => ({ text, from: index }));
	const open = (line.split('"').length - 1) % 2 === 1;
	if (/\s$/.test(line) && !open) words.push({ text: "", from: line.length });
	return words;
}

function slashed(word: string): string {
	return word.startsWith("/") ? word : `/${word}`;
}
