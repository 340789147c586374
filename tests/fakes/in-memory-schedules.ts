import { codesWithin, type SurtaxList } from "../../src/tariffs/surtax-list.ts";
import type {
	LineFound,
	Revision,
	ScheduleMemory,
	TariffLine,
} from "../../src/tariffs/tariff-line.ts";

interface Kept {
	readonly revision: Revision;
	readonly lines: readonly TariffLine[];
}

/** Twin of the store's ScheduleMemory. */
export function inMemorySchedules(): ScheduleMemory {
	const kept = new Map<string, Kept>();
	const lists = new Map<string, SurtaxList>();
	const inOrder = () =>
		[...kept.values()].sort((a, b) =>
			orderOf(a.revision).localeCompare(orderOf(b.revision)),
		);
	return {
		async keepRevision(revision, given) {
			const lines = await Array.fromAsync(given);
			const key = `${revision.importer} ${revision.name}`;
			const codes = new Set(lines.map(({ code }) => code));
			if (codes.size < lines.length) throw new Error("a code comes twice");
			// What comes again goes to the end of those of its day, as in SQL.
			kept.delete(key);
			kept.set(key, { revision, lines });
		},
		async keepLists(given) {
			for (const list of given) {
				const codes = new Set(list.items.map(({ code }) => code));
				if (codes.size < list.items.length)
					throw new Error("an item comes twice");
			}
			for (const list of given) {
				const key = `${list.instrument} ${list.schedule} ${list.from}`;
				lists.delete(key);
				lists.set(key, list);
			}
		},
		findLists: async (codes) =>
			[...lists.values()]
				.sort((a, b) => a.from.localeCompare(b.from))
				.map(({ items, ...list }) => ({
					...list,
					...(codes.length > 0
						? codesWithin(codes, items)
						: codesWithin([], items)),
				})),
		revisions: async () => inOrder().map(({ revision }) => revision),
		findLines: async (importer, codes) =>
			inOrder()
				.filter(({ revision }) => revision.importer === importer)
				.flatMap((one) => codes.map((asked) => foundIn(asked, one))),
	};
}

function orderOf({ importer, from }: Revision): string {
	return `${importer} ${from}`;
}

function foundIn(asked: string, { revision, lines }: Kept): LineFound {
	const codes = lines.map(({ code }) => code);
	const sorted = lines.toSorted((a, b) => (a.code < b.code ? -1 : 1));
	const whole = asked.length === 8 ? `${asked}00` : asked;
	const line = sorted.findLast(({ code }) => whole.startsWith(code)) ?? null;
	const within = sorted.filter(({ code }) => code.startsWith(asked));
	const rates = within
		.filter((one) => one.general + one.special + one.other !== "")
		.map(({ general, special, other }) => ({ general, special, other }));
	const beginnings = [10, 8, 6, 4, 2]
		.filter((length) => length <= asked.length)
		.map((length) => asked.slice(0, length));
	const parent =
		within.length > 0
			? asked
			: (beginnings.find((one) => codes.some((code) => code.startsWith(one))) ??
				null);
	const step = (parent?.length ?? 0) + 2;
	const distance = (code: string) =>
		Math.abs(Number(code) - Number(asked.slice(0, step)));
	const below = sorted
		.filter(
			({ code }) =>
				parent !== null && code.startsWith(parent) && code.length >= step,
		)
		.map(({ code }) => code.slice(0, step));
	return {
		...{ revision, asked, line, parent, exists: within.length > 0 },
		rates: [
			...new Map(rates.map((one) => [JSON.stringify(one), one])).values(),
		],
		near:
			within.length > 0
				? []
				: [...new Set(below)]
						.sort((a, b) => distance(a) - distance(b))
						.slice(0, 5),
	};
}
