import { type Anchor, anchorsOf } from "./anchors.ts";
import { packBits, packedAlways } from "./leaf-bits.ts";
import type { Matching } from "./matching.ts";
import { waiting } from "./node-rows.ts";
import { isAnchor, leafIn, lengthOf } from "./query-code.ts";
import { dropWaiting, pushWaiting } from "./waiting-lists.ts";

/** Lets the topic whose code begins at `begin` wait for its anchors. */
export function anchor(matching: Matching, begin: number): void {
	anchorAt(matching, begin, anchorsOf(matching, begin)?.anchors ?? []);
}

/** The same for one that waits: where others are rarer by now, for those. */
export function anchorAnew(matching: Matching, begin: number): void {
	const anchors = anchorsOf(matching, begin)?.anchors ?? [];
	const chosen = anchors.map(({ leaf }) => leaf);
	const { code } = matching;
	const isChosen = leavesOf(matching, begin).every((at) => {
		const head = code[at] ?? 0;
		return ((head & isAnchor) !== 0) === chosen.includes(leafIn(head));
	});
	if (isChosen) return;
	unanchor(matching, begin);
	anchorAt(matching, begin, anchors);
}

function anchorAt(
	matching: Matching,
	begin: number,
	anchors: readonly Anchor[],
): void {
	const { index, code } = matching;
	const { rows } = index.trie;
	const chosen = new Set<number>();
	for (const { leaf, besides } of anchors) {
		chosen.add(leaf);
		const list = rows[leaf + waiting] ?? 0;
		rows[leaf + waiting] = pushWaiting(index.lists, list, {
			topic: begin,
			...packed(besides),
		});
	}
	for (const at of leavesOf(matching, begin)) {
		const head = code[at] ?? 0;
		if (chosen.has(leafIn(head))) code[at] = head | isAnchor;
	}
}

function packed([one, two, three, four]: readonly number[]) {
	return {
		first: one === undefined ? packedAlways : packBits(one, two),
		second: three === undefined ? 0 : packBits(three, four),
	};
}

/** Lets it wait for nothing any more. */
export function unanchor(matching: Matching, begin: number): void {
	const { index, code } = matching;
	const { rows } = index.trie;
	for (const at of leavesOf(matching, begin)) {
		const head = code[at] ?? 0;
		if ((head & isAnchor) === 0) continue;
		code[at] = head & ~isAnchor;
		const leaf = leafIn(head);
		const list = rows[leaf + waiting] ?? 0;
		rows[leaf + waiting] = dropWaiting(index.lists, list, begin);
	}
}

/** Where the leaves of a topic stand in the code. */
export function leavesOf({ code }: Matching, begin: number): number[] {
	const end = begin + lengthOf(code[begin] ?? 0);
	const leaves: number[] = [];
	for (let at = begin; at < end; at++) {
		if ((code[at] ?? 0) >= 0) leaves.push(at);
	}
	return leaves;
}
