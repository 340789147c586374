/** The first `most` UTF-16 units of a text, one fewer where the last would be half a letter. */
export function wholeStart(text: string, most: number): string {
	const start = text.slice(0, most);
	const isHalf = start.length < text.length && /[\ud800-\udbff]$/.test(start);
	return isHalf ? start.slice(0, -1) : start;
}
