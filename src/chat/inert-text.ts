/** Control characters save the line feed: what drives a terminal. */
const controls = /(?!\n)\p{Cc}/gu;
/** Marks that turn the reading direction around, so that text reads other than it is. */
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Takes out of outside text whatever a terminal would obey or a reader be misled by; line ends stay. */
export function inertText(text: string): string {
	return text
		.replace(/\r\n?|[\u2028\u2029]/g, "\n")
		.replaceAll("\t", " ")
		.replace(controls, "\ufffd")
		.replace(directions, "");
}

/** The same on one line. */
export function inertLine(text: string): string {
	return inertText(text)
		.replace(/\s*\n\s*/g, " ")
		.trim();
}
