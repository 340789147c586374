import { QueryError, queryLimits } from "./query.ts";

/** A piece of query text. `at` is the UTF-16 unit where it begins. */
export type QueryToken =
	| { [K in MarkKind]: { readonly kind: K; readonly at: number } }[MarkKind]
	/** `3x:` */
	| { readonly kind: "times"; readonly least: number; readonly at: number }
	/** `2 of (` */
	| { readonly kind: "some"; readonly least: number; readonly at: number }
	/** `@cusma` */
	| { readonly kind: "concept"; readonly name: string; readonly at: number }
	| { readonly kind: "near"; readonly within: number; readonly at: number }
	| { readonly kind: "field"; readonly name: string; readonly at: number }
	| { readonly kind: "words"; readonly text: string; readonly at: number };

type OperatorKind = "or" | "and" | "not" | "except";
type MarkKind = OperatorKind | "open" | "close" | "comma";

/** In any case and any of the three languages: nobody searches for these words. */
const operators = new Map<string, OperatorKind>([
	["or", "or"],
	["ou", "or"],
	["o", "or"],
	["and", "and"],
	["et", "and"],
	["y", "and"],
	["not", "not"],
	["sauf", "not"],
	["salvo", "not"],
	["except", "except"],
	["hors", "except"],
	["excepto", "except"],
]);

type Reader = (text: string, at: number) => Read | undefined;
interface Read {
	readonly token: QueryToken;
	readonly end: number;
}

/** A phone turns straight quotes into these; French writes « ». */
const opensQuote = new Set('"“”„«»');
const closesQuote = new Set('"“”»');
const endsWord = /[\s()"“”„«»]/u;
const listed = /^(\d{1,9})\s+(?:of|de)\s*\(/i;

/**
 * Cuts query text into its pieces. A word that must be "or" stands in quotes.
 * @throws QueryError for an unclosed quote or a NEAR without its distance.
 */
export function queryTokens(text: string): QueryToken[] {
	const tokens: QueryToken[] = [];
	for (let at = 0; at < text.length; ) {
		if (/\s/u.test(text.charAt(at))) {
			at++;
			continue;
		}
		const { token, end } = readAt(text, at);
		tokens.push(token);
		at = end;
	}
	return tokens;
}

function readAt(text: string, at: number): Read {
	const read = mark(text, at) ?? quoted(text, at) ?? concept(text, at);
	if (read) return read;
	const isCount = /\d/.test(text.charAt(at));
	const counted = isCount ? (times(text, at) ?? some(text, at)) : undefined;
	if (counted) return counted;
	const end = wordEnd(text, at);
	const written = text.slice(at, end);
	if (written.includes(":")) {
		const named = field(text, at);
		if (named) return named;
	}
	return near(written, at, end) ?? word(written, at, end);
}

const mark: Reader = (text, at) => {
	const letter = text.charAt(at);
	if (letter === "(") return { token: { kind: "open", at }, end: at + 1 };
	if (letter === ")") return { token: { kind: "close", at }, end: at + 1 };
	const before = letter === "-" && /[^\s)-]/u.test(text.charAt(at + 1));
	return before ? { token: { kind: "not", at }, end: at + 1 } : undefined;
};

const quoted: Reader = (text, at) => {
	if (!opensQuote.has(text.charAt(at))) return undefined;
	for (let end = at + 1; end < text.length; end++) {
		if (!closesQuote.has(text.charAt(end))) continue;
		const words = text.slice(at + 1, end);
		return { token: { kind: "words", text: words, at: at + 1 }, end: end + 1 };
	}
	throw new QueryError("missing-quote", at, "a closing quote after this one");
};

const concept: Reader = (text, at) => {
	if (text.charAt(at) !== "@") return undefined;
	const name = /^[\p{L}\p{N}_-]*/u.exec(text.slice(at + 1, at + 61))?.[0] ?? "";
	return {
		token: { kind: "concept", name, at },
		end: at + 1 + name.length,
	};
};

const times: Reader = (text, at) => {
	const found = /^(\d{1,9})x:/i.exec(text.slice(at, at + 12));
	if (!found) return undefined;
	const token = { kind: "times", least: Number(found[1]), at } as const;
	return { token, end: at + found[0].length };
};

/** The parenthesis is left for the next token. */
const some: Reader = (text, at) => {
	const found = listed.exec(text.slice(at, at + 40));
	if (!found) return undefined;
	const token = { kind: "some", least: Number(found[1]), at } as const;
	return { token, end: at + found[0].length - 1 };
};

const field: Reader = (text, at) => {
	const name = /^\p{L}+(?=:)/u.exec(text.slice(at, at + 20))?.[0];
	if (!name) return undefined;
	const token = { kind: "field", name: name.toLowerCase(), at } as const;
	return { token, end: at + name.length + 1 };
};

const distance = /^(?:NEAR$|(?:near|près|pres|cerca)\/)(\d{0,9})$/i;

function near(written: string, at: number, end: number): Read | undefined {
	const found = written.length > 3 ? distance.exec(written) : null;
	if (!found || written === "near") return undefined;
	const within = Number(found[1] || Number.NaN);
	if (!(within >= 1 && within <= queryLimits.nearWords)) {
		const most = queryLimits.nearWords;
		throw new QueryError(
			"near-distance",
			at,
			`NEAR with a number of words from 1 to ${most}, as in NEAR/8`,
		);
	}
	return { token: { kind: "near", within, at }, end };
}

function word(found: string, at: number, end: number): Read {
	const operator = operators.get(found.toLowerCase());
	if (operator) return { token: { kind: operator, at }, end };
	// A comma parts the members of a list, and means nothing elsewhere.
	const commas = /[,;]+$/.exec(found)?.[0].length ?? 0;
	if (commas === found.length) {
		return { token: { kind: "comma", at }, end };
	}
	const bare = found.slice(0, found.length - commas);
	return { token: { kind: "words", text: bare, at }, end: end - commas };
}

function wordEnd(text: string, at: number): number {
	let end = at + 1;
	while (end < text.length && !isEnd(text, end)) end++;
	return end;
}

/** Most units are letters of English, which are soon told. */
function isEnd(text: string, at: number): boolean {
	const unit = text.charCodeAt(at);
	if (unit >= 0x2a && unit < 0x80) return false;
	return endsWord.test(text.charAt(at));
}
