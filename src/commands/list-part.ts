import type { Action } from "../chat/card.ts";
import type { OptionSpec } from "../chat/command.ts";
import { formatCommandLine } from "../chat/format-command-line.ts";
import { Mistake } from "../chat/mistake.ts";
import type { Say } from "../phrases/say.ts";

/** Where in a long list to begin. By name alone: in `/news section 232` the number is a word. */
export const fromOption: OptionSpec = {
	name: "from",
	about: "commands.fromOption",
	required: false,
	fits: () => false,
};

/** What of a list is shown at once. */
interface ListPart<Item> {
	readonly items: readonly Item[];
	/** Places of the first and the last of them, from 1; null when it is the whole list. */
	readonly places: { readonly from: number; readonly to: number } | null;
	/** Whether more comes after them. */
	readonly goesOn: boolean;
}

/**
 * So many of a list, from the place that was typed on.
 * @throws Mistake for what is no place in it
 */
export function partOf<Item>(
	list: readonly Item[],
	{ typed, most }: { typed: string | undefined; most: number },
): ListPart<Item> {
	const from = placeIn(list.length, typed);
	const items = list.slice(from - 1, from - 1 + most);
	const to = from - 1 + items.length;
	const isWhole = items.length === list.length;
	return {
		items,
		places: isWhole ? null : { from, to },
		goesOn: to < list.length,
	};
}

function placeIn(count: number, typed: string | undefined): number {
	if (typed === undefined) return 1;
	const from = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
	if (from >= 1 && from <= count) return from;
	throw new Mistake("commands.fromUnknown", { typed, count });
}

/** The button that shows what comes after a part, for the command and options that showed it; none after the last. */
export function furtherAction(
	{ places, goesOn }: ListPart<unknown>,
	command: string,
	{ options, say }: { options: Record<string, string>; say: Say },
): Action[] {
	if (places === null || !goesOn) return [];
	const further = { ...options, from: String(places.to + 1) };
	return [
		{
			label: say("commands.further"),
			line: formatCommandLine(command, null, further),
		},
	];
}

/** What stands below a list, with the places of what is shown of it. */
export function withPlaces(
	footer: string,
	{ places }: ListPart<unknown>,
	say: Say,
): string {
	return places === null
		? footer
		: say("commands.listPlaces", { footer, ...places });
}
