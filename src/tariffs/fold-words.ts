/**
 * Brings words to one form for comparing: lower case, no accents, ligatures
 * open, punctuation as spaces, plurals and singulars alike (English, French, Spanish).
 */
export function foldWords(text: string): string {
	return plainWords(text).map(singular).join(" ");
}

/** The same without touching plurals. */
export function plainWords(text: string): string[] {
	return text
		.toLowerCase()
		.replaceAll("œ", "oe")
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.replace(/['’`]s\b/g, "")
		.replace(/[^\p{L}\p{N}.]+/gu, " ")
		.replace(/(?<!\d)\.|\.(?!\d)/g, " ")
		.trim()
		.split(/\s+/)
		.filter((word) => word !== "");
}

/** One stem for both numbers: `vehicle` and `vehicles` meet at `vehicl`. */
function singular(word: string): string {
	if (word.length < 4 || /\d/.test(word)) return word;
	if (/eaux$/.test(word)) return word.slice(0, -1);
	if (/aux$/.test(word)) return `${word.slice(0, -3)}al`;
	if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
	const one = /(ss|us|is)$/.test(word) ? word : word.replace(/e?s$/, "");
	return one.length > 3 ? one.replace(/e$/, "") : one;
}
