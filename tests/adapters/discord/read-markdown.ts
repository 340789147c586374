/** What people see of a text in Discord's Markdown. */
export interface Seen {
	readonly text: string;
	/** What was more than letters: `bold`, `code`, `mention`, `heading`, `link https://…`. */
	readonly marks: readonly string[];
}

interface Rule {
	readonly name: string;
	readonly pattern: RegExp;
	/** Whether what it holds is Markdown again. */
	readonly isOpen: boolean;
}

/** In Discord's order of precedence; group 1 is what is seen. */
const rules: readonly Rule[] = [
	{
		name: "fence",
		pattern: /^```(?:[a-z0-9_+\-.#]+\n)?\n*([^\n][\s\S]*?)\n*```/i,
		isOpen: false,
	},
	{ name: "escape", pattern: /^\\([^0-9A-Za-z\s])/, isOpen: false },
	{ name: "time", pattern: /^<t:(-?\d{1,17})(?::[tTdDfFR])?>/, isOpen: false },
	{
		name: "mention",
		pattern: /^(<(?:@[!&]?|#|\/[^:>]+:|id:|a?:\w+:)[^>]+>|@everyone|@here)/,
		isOpen: false,
	},
	{ name: "address", pattern: /^<([^: >]+:\/[^ >]+)>/, isOpen: false },
	{
		name: "link",
		pattern: /^\[((?:\\.|[^\]\\])+)\]\(([^\s)]+)\)/,
		isOpen: true,
	},
	{
		name: "url",
		pattern: /^(https?:\/\/[^\s<]+[^<.,:;"'\]\s])/,
		isOpen: false,
	},
	{
		name: "bold",
		pattern: /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/,
		isOpen: true,
	},
	{
		name: "underline",
		pattern: /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/,
		isOpen: true,
	},
	{
		name: "italic",
		pattern: /^\*(?=\S)((?:\\[\s\S]|[^\\*])+?)\*(?!\*)/,
		isOpen: true,
	},
	{
		name: "italic",
		pattern: /^_((?:\\[\s\S]|[^\\_])+?)_(?![A-Za-z0-9_])/,
		isOpen: true,
	},
	{ name: "strike", pattern: /^~~((?:\\[\s\S]|[^\\])+?)~~/, isOpen: true },
	{ name: "spoiler", pattern: /^\|\|((?:\\[\s\S]|[^\\])+?)\|\|/, isOpen: true },
	{ name: "code", pattern: /^(?:`+)([^`]+)`+(?!`)/, isOpen: false },
];

const lineRules: readonly Rule[] = [
	{ name: "heading", pattern: /^ *(?:#{1,3}|-#) +()(?=\S)/, isOpen: false },
	{ name: "quote", pattern: /^ *>{1,3} ()/, isOpen: false },
	{ name: "list", pattern: /^ *(?:[*-]|\d+\.) +()(?=\S)/, isOpen: false },
];

/** Reads Markdown as Discord's clients do, as far as bots' texts go. */
export function readMarkdown(markdown: string): Seen {
	let text = "";
	const marks: string[] = [];
	let at = 0;
	while (at < markdown.length) {
		const rest = markdown.slice(at);
		const isLineStart = at === 0 || markdown[at - 1] === "\n";
		const found = findRule(rest, isLineStart);
		if (found) {
			const { rule, match } = found;
			const [whole, inner = "", target] = match;
			const seen = rule.isOpen
				? readMarkdown(inner)
				: { text: inner, marks: [] };
			text += seen.text;
			if (rule.name !== "escape")
				marks.push(target ? `link ${target}` : rule.name);
			marks.push(...seen.marks);
			at += whole.length;
		} else {
			text += rest.charAt(0);
			at++;
		}
	}
	return { text, marks };
}

function findRule(rest: string, isLineStart: boolean) {
	for (const rule of [...(isLineStart ? lineRules : []), ...rules]) {
		const match = rule.pattern.exec(rest);
		if (match) return { rule, match };
	}
	return null;
}
