/** Control characters save the line feed: what drives a terminal. */
const controls = /(?!\n)\p{Cc}/gu;
/** Marks that turn the reading direction around, so that text reads other than it is. */
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Takes out of outside text whatever a terminal would obey or a reader be
 * misled by; line ends stay. Half a surrogate pair becomes U+FFFD: no platform
 * takes one, and Slack's client throws on it.
 */
export function inertText(text: string): string {
	return text
		.toWellFormed()
		.replace(/\r\n?|[\u2028\u2029]/g, "\n")
		.replaceAll("\t", " ")
		.replace(controls, "\ufffd")
		.replace(directions, "");
}

/** The same on one line; linear, however long a row of spaces is. */
export function inertLine(text: string): string {
	return inertText(text)
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "")
		.join(" ");
}
