/**
 * How many slips of the finger lie between two words: a letter too many, too
 * few, another, or two that changed places (Damerau's distance in its
 * restricted form, optimal string alignment).
 */
export function typingDistance(one: string, other: string): number {
	let before: number[] = [];
	let above = Array.from({ length: other.length + 1 }, (_, at) => at);
	for (let row = 1; row <= one.length; row++) {
		const here = [row];
		for (let column = 1; column <= other.length; column++) {
			const isSame = one[row - 1] === other[column - 1];
			const isSwap =
				one[row - 1] === other[column - 2] &&
				one[row - 2] === other[column - 1];
			here[column] = Math.min(
				(above[column] ?? 0) + 1,
				(here[column - 1] ?? 0) + 1,
				(above[column - 1] ?? 0) + (isSame ? 0 : 1),
				isSwap ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
			);
		}
		before = above;
		above = here;
	}
	return above[other.length] ?? 0;
}
