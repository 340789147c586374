import type { Book } from "./book.ts";
import type { Scope } from "./measure.ts";

/**
 * What a scope's codes say of one code: named, excepted, or only in part. Of a
 * heading named and a line excepted, or the other way about, the longer code
 * speaks: heading 8701 is in Annex I-B, and 8701.30.10 in Annex III.
 */
export function listedCode(
	code: string,
	{ scope, book }: { scope: Scope; book: Book },
): "in" | "out" | "part" | "except" {
	const own = { codes: scope.hts, names: scope.lists };
	const kept = { codes: scope.exceptHts, names: scope.exceptLists };
	const named = depth(code, own, book);
	const excepted = depth(code, kept, book);
	if (excepted > named) return "except";
	if (named > 0) return isAbove(code, kept, book) ? "part" : "in";
	return isAbove(code, own, book) ? "part" : "out";
}

/** Codes, and the names of lists of them. */
interface Named {
	readonly codes: readonly string[];
	readonly names: readonly string[];
}

/** The digits of the longest prefix that names the code; 0 for none. */
function depth(code: string, { codes, names }: Named, book: Book): number {
	const prefixes = codes.filter((prefix) => code.startsWith(prefix));
	return Math.max(
		0,
		...prefixes.map(({ length }) => length),
		...names.map((name) => book.lists.get(name)?.depth(code) ?? 0),
	);
}

/** Is something longer named that begins with the code? */
function isAbove(code: string, { codes, names }: Named, book: Book): boolean {
	return (
		codes.some((one) => one.length > code.length && one.startsWith(code)) ||
		names.some((name) => book.lists.get(name)?.holds(code) === "part")
	);
}
