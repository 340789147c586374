/** Folded text that still knows where each of its UTF-16 units came from. */
export interface FoldedText {
	readonly text: string;
	/** Offset in the original of a folded offset; the folded length maps to the original's. */
	originOf(offset: number): number;
}

/** Letters and marks of print that Unicode does not decompose into what people type. */
const plain: Readonly<Record<string, string>> = {
	œ: "oe",
	æ: "ae",
	ß: "ss",
	ø: "o",
	ł: "l",
	đ: "d",
	ð: "d",
	þ: "th",
	ı: "i",
	ﬀ: "ff",
	ﬁ: "fi",
	ﬂ: "fl",
	ﬃ: "ffi",
	ﬄ: "ffl",
	"‘": "'",
	"’": "'",
	"‚": "'",
	"‛": "'",
	ʼ: "'",
	"′": "'",
	"`": "'",
	"´": "'",
	"“": '"',
	"”": '"',
	"„": '"',
	"‟": '"',
	"″": '"',
	"«": '"',
	"»": '"',
	"‐": "-",
	"‑": "-",
	"‒": "-",
	"–": "-",
	"—": "-",
	"―": "-",
	"−": "-",
	"…": "...",
};
// Backtick is the one ASCII character that folding changes besides capitals.
const asciiOnly = /^[\0-_a-\x7f]*$/;
/** Accents, and characters that print nothing: soft hyphens, joiners, direction marks. */
const unseen = /[\p{M}\p{Cf}]/gu;
const space = /\s/u;
const known = new Map<string, string>();

/**
 * Makes writings of one word alike: lower case, no accents, plain apostrophes,
 * quotes, dashes and spaces. `L’Économie` gives `l'economie`.
 */
export function fold(text: string): string {
	if (asciiOnly.test(text)) return text.toLowerCase();
	let folded = "";
	for (const letter of text) folded += foldLetter(letter);
	return folded;
}

/** Folds as `fold` does and keeps the way back. */
export function foldWithOrigins(text: string): FoldedText {
	if (asciiOnly.test(text)) {
		return { text: text.toLowerCase(), originOf: (offset) => offset };
	}
	const origins: number[] = [];
	let folded = "";
	let at = 0;
	for (const letter of text) {
		const piece = foldLetter(letter);
		for (let unit = 0; unit < piece.length; unit++) origins.push(at);
		folded += piece;
		at += letter.length;
	}
	return { text: folded, originOf: (offset) => origins[offset] ?? text.length };
}

function foldLetter(letter: string): string {
	const before = known.get(letter);
	if (before !== undefined) return before;
	const lower = letter.toLowerCase();
	const folded =
		plain[lower] ??
		(space.test(letter) && letter !== "\n"
			? " "
			: lower.normalize("NFD").replace(unseen, ""));
	// Real text has a few hundred letters; hostile text may not fill the memory.
	if (known.size < 5000) known.set(letter, folded);
	return folded;
}
