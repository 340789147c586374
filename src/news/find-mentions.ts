import type { Gender } from "./given-names.ts";
import type { Mention } from "./mention.ts";
import type { NameBook } from "./name-book.ts";
import { office } from "./name-office.ts";
import { pronoun } from "./name-pronoun.ts";
import { knownStranger, stranger } from "./name-stranger.ts";
import type { Reading } from "./read-field.ts";
import { watched } from "./watched.ts";

/** Everyone whom a text mentions, in order, without overlaps. */
export function findMentions(reading: Reading, book: NameBook): Mention[] {
	const mentions: Mention[] = [];
	const surnames = new Map<string, Gender | undefined>();
	const bearers = makeBearers();
	const { words } = reading;
	for (let at = 0; at < words.length; at++) {
		const found =
			watched(reading, at, book) ??
			stranger(reading, at, book) ??
			knownStranger(words, at, surnames) ??
			pronoun(words, at) ??
			office(words, at, book);
		if (found === null) continue;
		if (found.surname !== undefined) {
			surnames.set(found.surname, found.gender);
		}
		const floor = mentions.at(-1)?.to ?? 0;
		const from = Math.max(floor, found.from);
		mentions.push({ ...found, from, who: bearers.who(found) });
		at = found.to - 1;
	}
	return mentions;
}

/** Who bears a surname in a text: after "Gary Ford", a bare "Ford" is he until Doug Ford is named. */
function makeBearers() {
	const bearers = new Map<string, "full" | "other">();
	return {
		who({ who, named }: Mention): Mention["who"] {
			if (!named) return who;
			const { id, how } = named;
			if (how === "full" || !bearers.has(id)) {
				if (how !== "bare") bearers.set(id, how);
			}
			return how === "bare" && bearers.get(id) === "other" ? null : who;
		},
	};
}
