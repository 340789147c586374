/** Files that say what they are in their first bytes. */
const marks: readonly (readonly [string, string])[] = [
	["%PDF", "a PDF"],
	["PK\u0003\u0004", "a ZIP archive"],
	["\u0089PNG", "a picture"],
	["GIF8", "a picture"],
	["\u00ff\u00d8\u00ff", "a picture"],
	["\u001f\u008b", "a gzip archive"],
];

/** One sentence saying what is no feed, by its first bytes and its text. */
export function describeOther(bytes: Uint8Array, text: string): string {
	const start = Buffer.from(bytes).toString("latin1");
	const mark = marks.find(([beginning]) => start.startsWith(beginning));
	if (mark !== undefined) return `the file is ${mark[1]}, not a feed`;
	if (text.trim() === "") return "the page is empty";
	const root = /<([A-Za-z_][\w.:-]{0,40})[\s/>]/.exec(text.slice(0, 5000))?.[1];
	if (root?.toLowerCase() === "opml")
		return "the page is a list of feeds (OPML): take them in with `tradewire feeds import FILE`";
	if (/<(?:!doctype html|html|head|body)\b/i.test(text.slice(0, 5000))) {
		return "the page is HTML, not a feed: is the address right?";
	}
	if (/^[\ufeff\s]*[{[]/.test(text))
		return "the page is broken JSON, not a feed";
	return root === undefined
		? "the page is text, not a feed"
		: `the page is XML that is no feed (its root is ${root})`;
}
