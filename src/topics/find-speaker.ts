import leven from "leven";
import type { Speaker } from "../news/statement.ts";
import { fold } from "../text/fold.ts";

/**
 * The person meant by a typed name: an id, a surname, a full name or an alias,
 * in any case and with or without accents. Undefined when nobody is called so.
 */
export function findSpeaker(
	name: string,
	speakers: readonly Speaker[],
): Speaker | undefined {
	const letters = lettersOf(name);
	if (letters === "") return undefined;
	return (
		speakers.find(({ id }) => id === letters) ??
		speakers.find((speaker) => namesOf(speaker).includes(letters))
	);
}

/** The person whose name is nearest to a misspelt one; undefined when none is near. */
export function closestSpeaker(
	name: string,
	speakers: readonly Speaker[],
): Speaker | undefined {
	const letters = lettersOf(name);
	const most = Math.min(3, Math.floor(letters.length / 3));
	let nearest: { speaker: Speaker; distance: number } | undefined;
	for (const speaker of speakers) {
		for (const known of namesOf(speaker)) {
			const distance = leven(letters, known, { maxDistance: most + 1 });
			if (distance > most || distance >= (nearest?.distance ?? Infinity)) {
				continue;
			}
			nearest = { speaker, distance };
		}
	}
	return nearest?.speaker;
}

function namesOf({ id, given, family, aliases }: Speaker): string[] {
	return [id, ...[family, `${given} ${family}`, ...aliases].map(lettersOf)];
}

/** `O’Toole` and `otoole`, `Von der Leyen` and `vonderleyen` are one name. */
function lettersOf(name: string): string {
	return fold(name).replace(/[^\p{L}\p{N}]/gu, "");
}
