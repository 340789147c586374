import { closestMatch } from "leven";

/** The name most like what was typed: one slip in three letters, three at most. Undefined when none is so near. */
export function nearestName(
	typed: string,
	named: readonly { readonly name: string }[],
): string | undefined {
	const names = named.map(({ name }) => name);
	const maxDistance = Math.min(3, Math.ceil(typed.length / 3));
	return closestMatch(typed, names, { maxDistance });
}
