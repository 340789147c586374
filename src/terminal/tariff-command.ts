import { parseArgs } from "node:util";
import { z } from "zod";
import { addsMoney } from "../tariffs/add-money.ts";
import { answerTariff, type TariffQuestion } from "../tariffs/answer-tariff.ts";
import { type Book, readBook } from "../tariffs/book.ts";
import { findCountry } from "../tariffs/countries.ts";
import { daysMeant } from "../tariffs/date-words.ts";
import { originNamed } from "../tariffs/origin-named.ts";
import { answerLines } from "./answer-lines.ts";
import { readLine } from "./json-lines.ts";
import {
	type Terminal,
	type TerminalCommand,
	UsageError,
} from "./terminal-command.ts";

const usage =
	"tariff <product or code> [--importer US] [--origin CA] [--on YYYY-MM-DD] [--value N] [--fact name=value]... --json | tariff --batch";

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const batchLine = z.object({
	id: z.union([z.string(), z.number()]),
	query: z.string(),
	importer: z.string().optional(),
	origin: z.string().optional(),
	on: z.string().optional(),
	facts: z.record(z.string(), text).nullish(),
});

/** `tradewire tariff`: the duty on goods, with its layers and sources, as JSON. */
export function makeTariffCommand(now: () => Date): TerminalCommand {
	return {
		name: "tariff",
		usage,
		about: `Prints the whole duty as JSON: claims with their layers, totals, what is missing,
what comes next and how it got here. Dates may be words (today, last March).
--value adds the money for each layer. --batch reads JSON lines
{id, query, importer, origin, on, facts?} and prints one answer a line.`,
		async run(words, terminal) {
			const { values, positionals } = parse(words);
			const book = readBook();
			if (values.batch) return answerBatch(book, now(), terminal);
			const query = positionals.join(" ").trim();
			if (query === "") throw new UsageError("which product? tariff steel");
			const asked = { query, ...values, facts: readFacts(values.fact ?? []) };
			const answer = answerTariff(
				questionFrom(asked, book, now()),
				book,
				now(),
			);
			const value = readValue(values.value);
			const full = value === null ? answer : addsMoney(answer, value);
			terminal.print(JSON.stringify(full));
			if (answer.claims.length > 0) return 0;
			terminal.complain(answer.warnings.join(" "));
			return 1;
		},
	};
}

function parse(words: readonly string[]) {
	const string = { type: "string" } as const;
	const flag = { type: "boolean" } as const;
	try {
		return parseArgs({
			args: [...words],
			allowPositionals: true,
			options: {
				importer: string,
				origin: string,
				on: string,
				value: string,
				fact: { type: "string", multiple: true },
				json: flag,
				batch: flag,
			},
		});
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : usage);
	}
}

function answerBatch(
	book: Book,
	now: Date,
	terminal: Terminal,
): Promise<0 | 1> {
	return answerLines(terminal, {
		read: (line, number) => readLine(batchLine, line, number),
		answer: ({ id, ...asked }) => ({ id, ...answerLine(asked, book, now) }),
	});
}

/** One bad line is answered as an error and does not stop the batch. */
function answerLine(
	asked: Omit<z.infer<typeof batchLine>, "id">,
	book: Book,
	now: Date,
) {
	try {
		const facts = asked.facts ?? {};
		const question = questionFrom({ ...asked, facts }, book, now);
		return answerTariff(question, book, now);
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		return { error: error.message };
	}
}

interface Asked {
	readonly query: string;
	readonly importer?: string | undefined;
	readonly origin?: string | undefined;
	readonly on?: string | undefined;
	readonly facts: Readonly<Record<string, string>>;
}

/** Defaults: into the US, from the country that the words name or else Canada, today. */
function questionFrom(asked: Asked, book: Book, now: Date): TariffQuestion {
	const today = now.toISOString().slice(0, 10);
	const origin = asked.origin ?? originNamed(asked.query, book) ?? "CA";
	const on = asked.on === undefined ? today : dayFrom(asked.on, today);
	return {
		query: asked.query,
		importer: countryFrom(asked.importer ?? "US"),
		origin: countryFrom(origin),
		on,
		facts: asked.facts,
	};
}

function dayFrom(typed: string, today: string): string {
	const [day, other] = daysMeant(typed, today);
	if (day === undefined) throw new UsageError(`no date: ${typed}`);
	if (other === undefined) return day;
	throw new UsageError(`two dates: ${typed} is ${day} or ${other}`);
}

function countryFrom(typed: string): string {
	const country = findCountry(typed);
	if (country === null) throw new UsageError(`no country: ${typed}`);
	return country;
}

function readFacts(typed: readonly string[]): Record<string, string> {
	return Object.fromEntries(
		typed.map((fact) => {
			const [, name, value] = /^([a-z_]+)=(.+)$/.exec(fact) ?? [];
			if (!name || !value)
				throw new UsageError(`a fact is typed name=value: ${fact}`);
			return [name, value];
		}),
	);
}

function readValue(typed: string | undefined): number | null {
	if (typed === undefined) return null;
	const value = Number(typed.replaceAll(",", ""));
	if (!(value >= 0)) throw new UsageError(`no amount: ${typed}`);
	return value;
}
