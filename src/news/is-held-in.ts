/** A shorter text may be a rubric that many hold. */
const leastTerms = 7;
/** A feed cuts its texts within a word, and adds a word of its own. */
const heldShare = 0.9;

/**
 * Whether the shorter of two tellings is held in the longer, as a snippet is
 * in its full text. Takes terms as `tellingTerms` gives them.
 */
export function isHeldIn(
	own: readonly string[],
	theirs: readonly string[],
): boolean {
	const [left, right] = [own, theirs].map(
		(terms) => new Set(terms.map((term) => term.toLowerCase())),
	);
	if (!left || !right) return false;
	const fewest = Math.min(left.size, right.size);
	if (fewest < leastTerms) return false;
	return left.intersection(right).size >= heldShare * fewest;
}
