import type { OptionSpec } from "./command.ts";
import type { CommandWord } from "./command-words.ts";
import { Mistake } from "./mistake.ts";
import { placeAfter, placeWords } from "./place-words.ts";

/** A value given as `name:value`; its text and raw form are the value's alone. */
interface NamedWord extends CommandWord {
	readonly isNamed: true;
}

type Given = Map<OptionSpec, readonly CommandWord[]>;

/** The options of one command. */
export interface ReadOptions {
	/** Their values, by name; never empty texts. */
	readonly options: Readonly<Record<string, string>>;
	/** The options that were given as `name:value`; the others came by place. */
	readonly named: readonly string[];
}

/**
 * Reads the options of one command from its words; `title` names it in mistakes.
 * @throws Mistake for an unknown name, a missing option, or a word too many.
 */
export function readOptions(
	title: string,
	specs: readonly OptionSpec[],
	words: readonly CommandWord[],
): ReadOptions {
	const { given, left } = giveWords(specs, words);
	const isNamed = (name: string) => words.some((word) => word.name === name);
	for (const [spec, taken] of given) {
		if (!spec.verbatim) refuseUnknownNames(title, specs, taken);
	}
	refuseUnknownNames(title, specs, left);
	if (left.length > 0) {
		const extra = left.map(({ raw }) => raw).join(" ");
		throw new Mistake("chat.tooManyWords", { command: title, words: extra });
	}
	const values = [...given].map(([spec, taken]) => [
		spec.name,
		wordsToValue(spec, taken),
	]);
	const options = Object.fromEntries(values.filter(([, value]) => value));
	refuseMissing(title, specs, options);
	const named = specs.map(({ name }) => name).filter((name) => isNamed(name));
	return { options, named };
}

function giveWords(
	specs: readonly OptionSpec[],
	words: readonly CommandWord[],
) {
	const placed: CommandWord[] = [];
	const named = new Map<OptionSpec, CommandWord[]>();
	// `origin: MX` and `product:kitchen cabinets` go on after the name's own word.
	let open: CommandWord[] | null = null;
	let openIsGreedy = false;
	for (const word of words) {
		const spec = specs.find(({ name }) => name === word.name);
		if (spec) {
			const taken = named.get(spec) ?? [];
			const isWhole = word.value !== "" || word.quoted;
			named.set(spec, taken);
			if (isWhole) taken.push(valueWord(word));
			openIsGreedy = spec.greedy ?? false;
			open = openIsGreedy || !isWhole ? taken : null;
		} else {
			(open ?? placed).push(word);
			if (!openIsGreedy) open = null;
		}
	}
	return joinGiven(specs, named, placed);
}

function joinGiven(
	specs: readonly OptionSpec[],
	named: ReadonlyMap<OptionSpec, readonly CommandWord[]>,
	placed: readonly CommandWord[],
) {
	const given: Given = new Map(named);
	const free = () => specs.filter((spec) => !given.has(spec));
	for (const [spec, taken] of named) {
		if (!spec.greedy) continue;
		const at = specs.indexOf(spec);
		const later = free().filter((other) => specs.indexOf(other) > at);
		for (const [taker, words] of placeAfter(spec, later, taken)) {
			given.set(taker, words);
		}
	}
	const byPlace = placeWords(free(), placed);
	return { given: new Map([...given, ...byPlace.given]), left: byPlace.left };
}

function valueWord(word: CommandWord): NamedWord {
	const raw = word.raw.slice(word.raw.indexOf(":") + 1);
	return { ...word, raw, name: null, text: word.value, isNamed: true };
}

function wordsToValue(spec: OptionSpec, words: readonly CommandWord[]): string {
	// `query:"…"` alone is how a platform with real options hands over one whole value.
	const isOneValue = words.length === 1 && words.some((w) => "isNamed" in w);
	const form = spec.verbatim && !isOneValue ? "raw" : "text";
	return words
		.map((word) => word[form])
		.join(" ")
		.trim();
}

function refuseUnknownNames(
	title: string,
	specs: readonly OptionSpec[],
	words: readonly CommandWord[],
): void {
	const wrong = words.find(({ name, value }) => name !== null && value !== "");
	if (!wrong || specs.length === 0) return;
	throw new Mistake("chat.unknownOption", {
		command: title,
		typed: wrong.name,
		list: specs.map(({ name }) => name).join(", "),
	});
}

function refuseMissing(
	title: string,
	specs: readonly OptionSpec[],
	options: Readonly<Record<string, string>>,
): void {
	const missing = specs.find(
		({ required, name }) => required && !Object.hasOwn(options, name),
	);
	if (!missing) return;
	const values = { command: title, option: missing.name };
	throw new Mistake("chat.missingOption", values);
}
