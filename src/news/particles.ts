import type { Scene } from "./scene.ts";

/** Speech only with these after them: "pointed to", "talked about", "took to task". */
export const particles = formsOf([
	["point points pointed pointing", "to out toward towards"],
	["talk talks talked talking", "about of up down through"],
	["speak speaks spoke spoken speaking", "about of out against on"],
	["fire fires fired firing", "back"],
	["hit hits hitting", "back"],
	["lay lays laid laying", "out"],
	["brush brushes brushed brushing", "aside off"],
	["shrug shrugs shrugged shrugging", "off"],
	["wave waves waved waving", "away off"],
	["bat bats batted batting", "away"],
	["spell spells spelled spelling", "out"],
	["play plays played playing", "down up"],
	["voit voyait voient", "dans en la un une"],
	["ve veia ven", "un una en"],
	["campaign campaigns campaigned campaigning", "for against"],
	["lash lashes lashed lashing", "out"],
	["weigh weighs weighed weighing", "in"],
	["push pushes pushed pushing", "back for"],
	["go goes went going", "after"],
	["agree agrees agreed agreeing", "with that"],
	["side sides sided siding", "with"],
	["plan plans planned planning", "to on for"],
	["pounce pounces pounced pouncing", "on"],
	["double doubles doubled doubling", "down"],
]);

/** Whether a verb is one with the word after it: "pointed to", "laid out". */
export function hasParticle({ reading }: Scene, at: number): boolean {
	const [here, next] = [reading.words[at], reading.words[at + 1]];
	if (next?.sentence !== here?.sentence || next?.text === "that") return false;
	return particles.get(here?.text ?? "")?.has(next?.text ?? "") === true;
}

/** For each written form, the words that may follow it. */
export function formsOf(
	rows: readonly (readonly [string, string])[],
): Map<string, ReadonlySet<string>> {
	const entries = rows.flatMap(([forms, after]) => {
		const set = new Set(after.split(" ").filter(Boolean));
		return forms.split(" ").map((form) => [form, set] as const);
	});
	return new Map(entries);
}
