import type { Say } from "../phrases/say.ts";

/** What a percentage is taken of, in the language spoken; a basis that has no phrase stands as the book has it. */
export function basisIn(basis: string, say: Say): string {
	const key = basis.toLowerCase().replace(/[^a-z0-9]+/g, "_");
	return say("tariffs.basis", { key, basis });
}
