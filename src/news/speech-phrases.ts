import { englishPhrases } from "./speech-phrases-en.ts";
import { frenchPhrases, spanishPhrases } from "./speech-phrases-romance.ts";

/** Verbs of more than one word that say that someone spoke: "fait savoir", "mis en garde". */
const phrases = [...englishPhrases, ...frenchPhrases, ...spanishPhrases].map(
	(phrase) => phrase.split(" "),
);

const byFirst = Map.groupBy(phrases, ([first = ""]) => first);

/** The words with which such a phrase begins. */
export const speechPhraseCues: readonly string[] = [...byFirst.keys()];

/** How many words of a phrase of saying begin here; 0 when none does. */
export function speechPhraseAt(
	words: readonly { readonly text: string }[],
	at: number,
): number {
	const here = byFirst.get(words[at]?.text ?? "");
	const phrase = here?.find((parts) =>
		parts.every((part, i) => part === "*" || words[at + i]?.text === part),
	);
	return phrase?.length ?? 0;
}
