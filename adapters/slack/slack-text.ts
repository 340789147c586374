/** Slack counts its limits in characters of JavaScript's kind: UTF-16 units. */

/**
 * Makes text inert in the one place where Slack still reads markup, a
 * message's fallback `text`: `<!channel>`, `<@U1>` and links need `<` and `>`.
 * @see https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escapeMarkup(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;");
}

/**
 * What someone typed after a slash command, as it was typed: Slack escapes
 * three characters and may wrap addresses as `<https://…|…>`.
 */
export function typedText(text: string): string {
	return text
		.replace(/<(https?:[^|>\s]+)(?:\|[^>]*)?>/g, "$1")
		.replaceAll("&lt;", "<")
		.replaceAll("&gt;", ">")
		.replaceAll("&amp;", "&")
		.trim();
}

/** Shortens to `most` units, an ellipsis included; no letter is cut in two. */
export function cutText(text: string, most: number): string {
	return text.length <= most ? text : `${wholeStart(text, most - 1)}…`;
}

/** Splits text into parts of at most `most` units, at line ends or spaces where there are any; joined, they are the text. */
export function splitText(text: string, most: number): string[] {
	const parts: string[] = [];
	let rest = text;
	while (rest.length > most) {
		const part = breakableStart(rest, most);
		parts.push(part);
		rest = rest.slice(part.length);
	}
	return rest === "" ? parts : [...parts, rest];
}

function breakableStart(text: string, most: number): string {
	const start = text.slice(0, most);
	const lineEnd = start.lastIndexOf("\n") + 1;
	if (lineEnd > most / 2) return start.slice(0, lineEnd);
	const space = start.lastIndexOf(" ") + 1;
	return space > most / 2 ? start.slice(0, space) : wholeStart(text, most);
}

function wholeStart(text: string, most: number): string {
	const isHalfPair = /[\ud800-\udbff]$/.test(text.slice(0, most));
	return text.slice(0, isHalfPair ? most - 1 : most);
}
