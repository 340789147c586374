/** A place is its first and its last word in one number: the first times this, plus the last. */
export const placeFactor = 65_536;

/** Places of several lists in one, ascending, each once. */
export function merged(lists: readonly number[][]): number[] {
	const filled = lists.filter(({ length }) => length > 0);
	const [only = []] = filled;
	if (filled.length < 2) return only;
	const all = filled.flat();
	const sorted =
		all.length < 16 ? all.sort(ascending) : Float64Array.from(all).sort();
	const each: number[] = [];
	for (const place of sorted) if (place !== each.at(-1)) each.push(place);
	return each;
}

function ascending(a: number, b: number): number {
	return a - b;
}

/**
 * Tells, in logarithmic time, whether some place is at most `within` words from
 * another: of those that begin early enough, the one that reaches furthest must
 * reach it.
 */
export function reachIn(
	places: readonly number[],
	within: number,
): (place: number) => boolean {
	let furthest = 0;
	const reaching = places.map((place) => {
		furthest = Math.max(furthest, place % placeFactor);
		return furthest;
	});
	return (place) => {
		const last = (place % placeFactor) + within + 1;
		const count = countUpTo(places, (last + 1) * placeFactor);
		if (count === 0) return false;
		return (
			(reaching[count - 1] ?? 0) >= Math.floor(place / placeFactor) - within - 1
		);
	};
}

/** How many of the ascending numbers are below the limit. */
function countUpTo(numbers: readonly number[], limit: number): number {
	let [low, high] = [0, numbers.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((numbers[middle] ?? limit) < limit) low = middle + 1;
		else high = middle;
	}
	return low;
}
