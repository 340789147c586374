import { findCountry } from "./countries.ts";

type Facts = Readonly<Partial<Record<string, string>>>;

/** Two statements about one shipment that cannot both hold, as they were typed. */
export interface Contradiction {
	readonly one: string;
	readonly other: string;
}

/** A fact whose value says nothing, with what it may be. */
export interface UselessValue {
	readonly name: string;
	readonly value: string;
	readonly values: string;
}

const origins = new Set(["melted_poured", "metal_origin", "smelted"]);
const shares = new Set([
	"us_content",
	"ca_mx_content",
	"metal_content",
	"metal_share_by_weight",
]);
const choices: Readonly<Partial<Record<string, readonly string[]>>> = {
	quota: ["over", "in", "within"],
	annex: ["I", "II", "III"],
	part_of: ["car", "truck", "other"],
};
const yesOrNo = new Set(
	"patented generic orphan upholstered unwrought transshipped civil_aircraft approved_plan annex_iii_company trusted_components".split(
		" ",
	),
);

/**
 * Facts that contradict one another: metal of two origins, a patented generic,
 * shares that come to more than the whole, a word that says otherwise
 * (`patented drugs` with `patented=no`), an entry after the day asked of.
 */
export function contradictions(
	facts: Facts,
	{ told, on }: { readonly told: Facts; readonly on: string },
): Contradiction[] {
	const { patented, generic, entry, us_content, ca_mx_content } = facts;
	const metals = [...origins].filter((name) => facts[name] !== undefined);
	const [first, ...others] = metals;
	const pairs: (readonly [string, string] | false)[] = [
		...others.map(
			(name) =>
				first !== undefined &&
				country(facts[first]) !== country(facts[name]) &&
				([first, name] as const),
		),
		same(patented, "yes") && same(generic, "yes") && ["patented", "generic"],
		percent(us_content) + percent(ca_mx_content) > 100 && [
			"us_content",
			"ca_mx_content",
		],
	];
	const typed = (name: string) => `${name}=${facts[name]}`;
	return [
		...pairs.flatMap((pair) =>
			pair ? { one: typed(pair[0]), other: typed(pair[1]) } : [],
		),
		...Object.entries(told)
			.filter(
				([name, is]) =>
					facts[name] !== undefined && !same(facts[name], is ?? ""),
			)
			.map(([name, is]) => ({ one: typed(name), other: `${name}=${is}` })),
		...(entry !== undefined && entry > on
			? [{ one: typed("entry"), other: `on=${on}` }]
			: []),
	];
}

/** Facts whose value is none that the fact can have. */
export function uselessValues(facts: Facts): UselessValue[] {
	return Object.entries(facts).flatMap(([name, value = ""]) => {
		const values = possible(name, value);
		return values === null ? [] : { name, value, values };
	});
}

/** What the fact may be, when the value is not that; else null. */
function possible(name: string, value: string): string | null {
	const share = Number(value.replace("%", ""));
	if (shares.has(name)) return share >= 0 && share <= 100 ? null : "0–100";
	if (origins.has(name)) return country(value) ? null : "US, CA, MX, CN…";
	if (name === "entry")
		return /^\d{4}-\d\d-\d\d$/.test(value) ? null : "YYYY-MM-DD";
	const known = yesOrNo.has(name) ? ["yes", "no"] : choices[name];
	if (!known || known.some((one) => same(one, value))) return null;
	return known.join(", ");
}

function country(value: string | undefined): string | null {
	return value === undefined ? null : findCountry(value);
}

function percent(value: string | undefined): number {
	return Number(value?.replace("%", "")) || 0;
}

function same(one: string | undefined, other: string): boolean {
	return one?.trim().toLowerCase() === other.toLowerCase();
}
