/** Controls but tab and line feed, directions, and what line readers take for a line's end. */
const unsafe = /[^\P{Cc}\t\n]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/**
 * A line for the terminal in which what a terminal obeys is shown as `\u009b`.
 * JSON stays the same JSON: there such signs stand inside texts alone.
 */
export function shownSigns(line: string): string {
	return line.replace(
		unsafe,
		(sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
}
