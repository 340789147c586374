import { Parser } from "htmlparser2";

/** A tag as it is met. Offsets are UTF-16 units of the page. */
export interface OpenTag {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly start: number;
	readonly end: number;
}

/** Called in the page's order; text has its entities resolved, that of scripts and styles is left out. */
interface Walker {
	open(tag: OpenTag): void;
	text(text: string): void;
	/** Also for tags that are closed by what follows them. */
	close(name: string, start: number, end: number): void;
}

/** The library takes quadratic time over tags opened in tags: a page so deep is read no further. */
const deepest = 1000;
/** UTF-16 units after which that is looked at. */
const pieceLength = 50_000;
/** Tags whose text nobody sees. */
const unseen = /^(?:script|style|template|noscript)$/;

/** Walks through an HTML page of any making. */
export function walkHtml(html: string, walker: Walker): void {
	let depth = 0;
	let hidden: string | null = null;
	const parser = new Parser({
		onopentag(name, attributes) {
			depth++;
			if (unseen.test(name)) hidden ??= name;
			const [start, end] = [parser.startIndex, parser.endIndex + 1];
			walker.open({ name, attributes, start, end });
		},
		ontext(text) {
			if (hidden === null) walker.text(text);
		},
		onclosetag(name) {
			depth--;
			if (name === hidden) hidden = null;
			walker.close(name, parser.startIndex, parser.endIndex + 1);
		},
	});
	for (let at = 0; at < html.length && depth < deepest; at += pieceLength)
		parser.write(html.slice(at, at + pieceLength));
	parser.end();
}
