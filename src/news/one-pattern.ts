import { align, withoutSlips } from "./other-word.ts";
import { kindOf } from "./telling-terms.ts";

/** Tellings that hold this share of the shorter one's terms in one order are copied, or cut to one pattern. */
const runsAlike = 0.5;
/** A correction puts another name or number in one place; another event does in more, and in as many as agree. */
const leastOthers = 2;

/**
 * Whether two tellings are worded alike but for their names and numbers, so
 * that they tell two events of a kind: "… gave back 5 per cent to Acme of Cork"
 * and "… gave back 9 per cent to Orex of Lyon". Takes terms as `tellingTerms`
 * gives them, in order.
 */
export function areOfOnePattern(
	own: readonly string[],
	theirs: readonly string[],
): boolean {
	const [left, right] = [folded(own), folded(theirs)];
	const fewest = Math.min(left.length, right.length);
	const shared = new Set(left).intersection(new Set(right)).size;
	if (shared < runsAlike * fewest) return false;
	const { common, gaps } = align(left, right);
	if (common < runsAlike * fewest) return false;
	const [ourNames, theirNames] = [namesIn(own, right), namesIn(theirs, left)];
	const others = gaps.filter(([one, other]) => {
		const [mine, yours] = withoutSlips(
			one.filter((term) => ourNames.has(term)),
			other.filter((term) => theirNames.has(term)),
		);
		return mine.length > 0 && yours.length > 0;
	});
	const agreed = namesIn(own, []).intersection(namesIn(theirs, [])).size;
	return others.length >= Math.max(leastOthers, agreed);
}

function folded(terms: readonly string[]): string[] {
	return terms.map((term) => term.toLowerCase());
}

/** Names and numbers, but for those that the other text has. */
function namesIn(
	terms: readonly string[],
	others: readonly string[],
): Set<string> {
	const named = terms.filter(
		(term) => !/^(?:word|daily|day)$/.test(kindOf(term)),
	);
	return new Set(folded(named)).difference(new Set(others));
}
