import { foldInPlace } from "./fold-in-place.ts";

/** An act or authority of trade law that a text names. Offsets are UTF-16 units. */
export interface InstrumentFound {
	/** With the words before the number, save for the later numbers of a list. */
	readonly start: number;
	readonly end: number;
	readonly kind: InstrumentKind;
	/** As the tariff book names it, in any language: `Proc. 10947`, `SOR/2025-95`, `Section 232`. */
	readonly name: string;
}

type InstrumentKind =
	| "proclamation"
	| "executive-order"
	| "authority"
	| "regulation"
	| "register"
	| "order-in-council"
	| "case"
	| "customs-notice";

/** Words and numbers on folded text; a list of numbers may follow the words. */
interface Pattern {
	readonly kind: InstrumentKind;
	readonly words: string;
	readonly numbers: string;
	readonly unless?: string;
	name(number: string): string;
}

/** Sections of United States trade law under which duties are charged or cases run. */
const authorities =
	"122|201|203|204|232|301|304|307|337|338|421|604|701|702|703|705|731|732|733|735|751|753";
/** Other laws have sections of the same numbers. */
const otherLaw =
	" (?:of|du|de|del) (?:the |la |le |el )?(?:\\w+ )?(?:code|criminal|income|highway|charter|charte|constitution|bankruptcy|civil|penal|companies)";

const patterns: readonly Pattern[] = [
	{
		kind: "proclamation",
		words:
			"\\b(?:proclamations?|proclamacion(?:es)?|proc\\.)(?: presidentielle| presidencial)?",
		numbers: "\\d{4,5}|\\d{2},\\d{3}",
		name: (number) => `Proc. ${number.replace(",", "")}`,
	},
	{
		kind: "executive-order",
		words:
			"\\b(?:executive orders?|e\\.o\\.|eo|decrets?(?: presidentiels?| executifs?)?|orden(?:es)? ejecutivas?)",
		numbers: "1\\d{4}|1\\d,\\d{3}",
		name: (number) => `EO ${number.replace(",", "")}`,
	},
	{
		kind: "authority",
		words:
			"(?:\\b(?:sections?|sec\\.|articles?|secci(?:on|ones)|articulos?)|§)",
		numbers: authorities,
		unless: `\\.\\d|,\\d{3}|${otherLaw}`,
		name: (number) => `Section ${number}`,
	},
	{
		kind: "regulation",
		words: "\\b(?:sor|dors)[/-]",
		numbers: "\\d{2,4}-\\d{1,4}",
		name: (number) => `SOR/${number}`,
	},
	{
		kind: "regulation",
		words:
			"\\b(?:regulations?|reglements?(?: d'execution)?|reglamentos?) \\((?:eu|ue)\\)",
		numbers: "\\d{4}\\/\\d{1,4}",
		name: (number) => `Regulation (EU) ${number}`,
	},
	{
		kind: "register",
		words: "",
		numbers: "\\d{2} (?:fr|f\\.r\\.|fed\\. ?reg\\.|federal register) \\d{4,6}",
		name: (written) => written.replace(/ .* /, " FR "),
	},
	{
		kind: "order-in-council",
		words: "\\b(?:p\\.c\\.|pc|c\\.p\\.|cp)",
		numbers: "20\\d{2}-\\d{3,4}",
		name: (number) => `P.C. ${number}`,
	},
	{
		kind: "case",
		words: "",
		numbers: "\\b[ac]-\\d{3}-\\d{3}|\\b(?:ustr|bis)-20\\d{2}-\\d{4}",
		name: (number) => number.toUpperCase(),
	},
	{
		kind: "customs-notice",
		words: "\\b(?:customs notices?|avis des douanes)",
		numbers: "\\d{2}-\\d{1,3}",
		name: (number) => `Customs Notice ${number}`,
	},
	{
		kind: "customs-notice",
		words: "\\bcsms",
		numbers: "\\d{7,9}",
		name: (number) => `CSMS ${number}`,
	},
];

const joint = "(?:,| (?:and|or|et|ou|y|o)|, (?:and|or)) ?";
const sought = patterns.map((pattern) => {
	const { words, numbers, unless = "(?!)" } = pattern;
	const count = words === "" ? "" : " ?(?:(?:nos?|n[°o]|nr)\\.? ?)?#? ?";
	const after = `(?![\\d/]|-\\d|${unless})`;
	const one = `(?:${numbers})${after}`;
	const whole = `(?<![\\p{L}\\d])${words}${count}(${one}(?:${joint}${one})*)`;
	return {
		...pattern,
		list: new RegExp(whole, "gu"),
		each: new RegExp(numbers, "g"),
	};
});

/** The acts of trade law that a text names, in its order: English, French and Spanish. */
export function findInstruments(text: string): InstrumentFound[] {
	const folded = foldInPlace(text);
	const found: InstrumentFound[] = [];
	for (const { kind, name, list, each } of sought) {
		for (const { 0: all, 1: numbers = "", index } of folded.matchAll(list)) {
			const from = index + all.length - numbers.length;
			for (const one of numbers.matchAll(each)) {
				const start = one.index === 0 ? index : from + one.index;
				const end = from + one.index + one[0].length;
				found.push({ start, end, kind, name: name(one[0]) });
			}
		}
	}
	return found.sort((a, b) => a.start - b.start);
}
