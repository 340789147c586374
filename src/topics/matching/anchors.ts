import { type Matching, partsOf } from "./matching.ts";
import { seen, uses } from "./node-rows.ts";
import {
	argumentOf,
	leafIn,
	opAll,
	opAny,
	opExcept,
	opLeaf,
	opNot,
	opOf,
	opSome,
} from "./query-code.ts";

/** A leaf whose meeting makes a topic worth a look. */
export interface Anchor {
	readonly leaf: number;
	/**
	 * At most four leaves of another needed group; when none of them is met the
	 * topic need not be looked at. Empty when there is no such small group.
	 */
	readonly besides: readonly number[];
}

/** What a waiting list has room for. */
const mostBesides = 4;

/** Leaves of which the news must meet one, and how often it is thought to. */
interface Group {
	readonly anchors: readonly Anchor[];
	readonly cost: number;
}

/**
 * The leaves of which one must be met for the query at `at` to be: of what it
 * needs, the group that is met least often. Null when it needs nothing.
 */
export function anchorsOf(matching: Matching, at: number): Group | null {
	const head = matching.code[at] ?? 0;
	const parts = () =>
		partsOf(matching, at).map((part) => anchorsOf(matching, part));
	switch (opOf(head)) {
		case opLeaf:
			return leafGroup(matching, leafIn(head));
		case opNot:
			return null;
		case opAny:
			return united(parts());
		case opSome:
			return someOf(parts(), argumentOf(head));
		case opExcept:
			return parts()[0] ?? null;
		case opAll:
			return rarest(parts());
		default:
			return rarest(parts());
	}
}

/** A leaf costs as often as it was met so far, or is thought to be before anything was read: what many topics have is frequent. */
function leafGroup({ index }: Matching, leaf: number): Group {
	const { rows } = index.trie;
	const cost = (rows[leaf + seen] ?? 0) + (rows[leaf + uses] ?? 0);
	return { anchors: [{ leaf, besides: [] }], cost };
}

/** One part that needs nothing, such as a NOT, frees the whole group. */
function united(groups: readonly (Group | null)[]): Group | null {
	const anchors: Anchor[] = [];
	let cost = 0;
	for (const group of groups) {
		if (group === null) return null;
		anchors.push(...group.anchors);
		cost += group.cost;
	}
	return { anchors, cost };
}

/** Any `least` of the parts hold one of all but `least - 1` of them. */
function someOf(
	groups: readonly (Group | null)[],
	least: number,
): Group | null {
	const needing = groups.filter((group) => group !== null);
	const enough = groups.length - least + 1;
	if (needing.length < enough) return null;
	return united(needing.toSorted(byCost).slice(0, enough));
}

function rarest(groups: readonly (Group | null)[]): Group | null {
	const [best, ...others] = groups
		.filter((group) => group !== null)
		.toSorted(byCost);
	if (!best) return null;
	const small = others.find(({ anchors }) => anchors.length <= mostBesides);
	if (!small) return best;
	const besides = small.anchors.map(({ leaf }) => leaf);
	const anchors = best.anchors.map((anchor) =>
		anchor.besides.length === 0 ? { ...anchor, besides } : anchor,
	);
	return { ...best, anchors };
}

function byCost(a: Group, b: Group): number {
	return a.cost - b.cost;
}
