/** A place is its first and its last word in one number: the first times this, plus the last. */
export const placeFactor = 65_536;

/** Lists shorter than this together are put in order one by one. */
const few = 16;
/** So many pairs of places are compared one by one. */
const fewPairs = 32;

/** Places of several lists in one, ascending, each once. */
export function merged(lists: readonly number[][]): number[] {
	const filled = lists.filter(({ length }) => length > 0);
	const [first = []] = filled;
	if (filled.length < 2) return first;
	const all = filled.flat();
	const sorted =
		all.length < few ? inserted(all) : Float64Array.from(all).sort();
	const each: number[] = [];
	let before = -1;
	for (const place of sorted) {
		if (place !== before) each.push(place);
		before = place;
	}
	return each;
}

/** Sorts a short list: for so few, no sort is quicker. */
function inserted(list: number[]): number[] {
	for (let at = 1; at < list.length; at++) {
		const place = list[at] ?? 0;
		let to = at;
		for (; to > 0 && (list[to - 1] ?? 0) > place; to--) {
			list[to] = list[to - 1] ?? 0;
		}
		list[to] = place;
	}
	return list;
}

/**
 * The places of each list that are at most `within` words from one of the
 * other, ascending, each once.
 */
export function nearEachOther(
	lefts: number[],
	rights: number[],
	within: number,
): number[] {
	if (lefts.length * rights.length <= fewPairs) {
		const near = [
			lefts.filter((left) => isNearAny(left, rights, within)),
			rights.filter((right) => isNearAny(right, lefts, within)),
		];
		return merged(near);
	}
	const reachesRight = reachIn(rights, within);
	const reachesLeft = reachIn(lefts, within);
	return merged([lefts.filter(reachesRight), rights.filter(reachesLeft)]);
}

function isNearAny(
	place: number,
	others: readonly number[],
	within: number,
): boolean {
	for (const other of others) if (isNear(place, other, within)) return true;
	return false;
}

function isNear(one: number, other: number, within: number): boolean {
	const [begin, end] = [Math.floor(one / placeFactor), one % placeFactor];
	const [start, stop] = [Math.floor(other / placeFactor), other % placeFactor];
	return start - end <= within + 1 && begin - stop <= within + 1;
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
