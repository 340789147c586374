/** Words of a fault (`no such host: cbc.ca`) as a sentence of their own: with a capital and an end. */
export function asSentence(words: string): string {
	const text = words.trim();
	const start = text.slice(0, 1).toUpperCase() + text.slice(1);
	return /[.!?…]$/u.test(start) || start === "" ? start : `${start}.`;
}
