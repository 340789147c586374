import { readFileSync } from "node:fs";

/** A sentence written for the tests, and what it states. */
export interface LabelledSentence {
	readonly text: string;
	/** `steel 50 CA proposed`, `effective 2025-06-04`, `Section 232` … */
	readonly facts: readonly string[];
	/** Who charges, by the fact that says so. */
	readonly importers: ReadonlyMap<string, string>;
}

const folder = new URL("../fixtures/facts/", import.meta.url);

/** The labelled sentences of a language. */
export function labelledSentences(language: string): LabelledSentence[] {
	const lines = readFileSync(new URL(`${language}.txt`, folder), "utf8")
		.split("\n")
		.filter((line) => line !== "" && !line.startsWith("#"));
	return lines.flatMap((text, at) => {
		const labels = lines[at + 1];
		if (at % 2 === 1 || labels === undefined) return [];
		if (!labels.startsWith("=")) throw new Error(`no label after: ${text}`);
		const written = labels
			.slice(1)
			.split(";")
			.map((one) => one.trim());
		const facts = written.filter((one) => one !== "").map(readFact);
		const importers = facts.flatMap(({ fact, importer }) =>
			importer ? [[fact, importer] as const] : [],
		);
		return [
			{
				text,
				facts: facts.map(({ fact }) => fact),
				importers: new Map(importers),
			},
		];
	});
}

/** `steel 50 CA>US proposed`: an origin left out is `-`. */
function readFact(written: string) {
	const rate =
		/^([a-z0-9-]+) ([\d.]+)(?: (\S+?)(?:>(\w+))?)?( proposed| former)?$/.exec(
			written,
		);
	if (!rate || /^(?:effective|deadline)/.test(written)) {
		return { fact: written, importer: undefined };
	}
	const [, goods, percent, origin = "-", importer, stance = ""] = rate;
	const isStance = /^(?:proposed|former)$/.test(origin);
	const fact = isStance
		? `${goods} ${percent} - ${origin}`
		: `${goods} ${percent} ${origin}${stance}`;
	return { fact, importer };
}
