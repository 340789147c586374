import type { Rate } from "./duty-rate.ts";

type Facts = Readonly<Partial<Record<string, string>>>;

/** Units that one quantity may be told in: what is measured, and how much of it one unit is. */
const units: Readonly<Record<string, readonly [string, number]>> = {
	...{ kg: ["mass", 1], g: ["mass", 0.001], t: ["mass", 1000] },
	liter: ["volume", 1],
	"pf. liter": ["spirit", 1],
	...{ each: ["pieces", 1], "doz.": ["pieces", 12], gross: ["pieces", 144] },
	thousand: ["pieces", 1000],
	...{ m: ["length", 1], m2: ["area", 1], m3: ["space", 1] },
	...{ "pr.": ["pairs", 1], bbl: ["barrels", 1], head: ["heads", 1] },
};

/** Other ways to write a unit, ours and the schedule's. */
const aliases: Readonly<Record<string, string>> = {
	...{ kgs: "kg", kilo: "kg", kilos: "kg", kilogram: "kg", kilograms: "kg" },
	...{ gram: "g", grams: "g", tonne: "t", tonnes: "t", tons: "t" },
	...{ l: "liter", liters: "liter", litre: "liter", litres: "liter" },
	...{ pieces: "each", pcs: "each", "no.": "each", no: "each", items: "each" },
	...{ doz: "doz.", dozen: "doz.", dozens: "doz.", thousands: "thousand" },
	...{ "m²": "m2", "m³": "m3", pr: "pr.", prs: "pr.", "prs.": "pr." },
	...{ pairs: "pr.", pair: "pr.", barrels: "bbl", barrel: "bbl" },
	...{ "pf.liter": "pf. liter", "pf.liters": "pf. liter" },
	...{ "pf. liters": "pf. liter", pf_liters: "pf. liter" },
};

/** The facts by which a quantity is told: `quantity=1000 kg`, or by a unit, `kg=1000`. */
export const quantityFacts: readonly string[] = [
	"quantity",
	...[...Object.keys(units), ...Object.keys(aliases)].filter((name) =>
		/^[a-z_]+$/.test(name),
	),
];

/**
 * What a rate by quantity comes to in percent of the customs value; null
 * without the value (in dollars), or without the quantity in a unit of the rate.
 */
export function percentByQuantity(
	rate: Extract<Rate, { kind: "compound" }>,
	{ facts, value }: { readonly facts: Facts; readonly value: number | null },
): number | null {
	if (value === null || value <= 0) return null;
	let dollars = 0;
	for (const duty of rate.duties) {
		const quantity = quantityIn(duty.unit, facts);
		if (quantity === null) return null;
		dollars += (duty.dollars * quantity) / duty.per;
	}
	return rate.percent + (dollars / value) * 100;
}

/** The fact that tells the quantity for a rate, by the unit of its first duty: `kg`, `liters`, `pieces`. */
export function factFor(rate: Rate | null): string {
	const unit = rate?.kind === "compound" ? rate.duties[0]?.unit : undefined;
	if (unit === undefined) return "quantity";
	const plain = plainUnit(unit);
	const named = Object.keys(aliases).find(
		(name) => aliases[name] === plain && quantityFacts.includes(name),
	);
	return quantityFacts.includes(plain) ? plain : (named ?? "quantity");
}

function quantityIn(unit: string, facts: Facts): number | null {
	const [measured, size] = units[plainUnit(unit)] ?? [unit, 1];
	for (const { amount, unit: told } of toldIn(facts)) {
		const [ofWhat, each] = units[told] ?? [told, 1];
		if (ofWhat === measured) return (amount * each) / size;
	}
	return null;
}

function toldIn(facts: Facts): { amount: number; unit: string }[] {
	return Object.entries(facts).flatMap(([name, text = ""]) => {
		if (!quantityFacts.includes(name)) return [];
		const [, digits = "", named = ""] =
			/^([\d.,]+)\s*(.*)$/.exec(text.trim()) ?? [];
		const amount = Number(digits.replaceAll(",", ""));
		if (digits === "" || !(amount >= 0)) return [];
		const unit = plainUnit(name === "quantity" ? named : name);
		return [{ amount, unit }];
	});
}

function plainUnit(unit: string): string {
	const plain = unit.trim().toLowerCase();
	return aliases[plain] ?? plain;
}
