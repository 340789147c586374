import { readFileSync } from "node:fs";

/** A list of tariff codes, each standing for all codes that begin with it. */
export interface CodeList {
	/** `in`: wholly listed; `part`: only some longer codes are; `out`: none is. */
	holds(code: string): "in" | "part" | "out";
	/** The digits of the longest listed code that the code begins with; 0 for none. */
	depth(code: string): number;
}

/** Makes a list from prefixes of 2 to 10 digits. */
function codeList(prefixes: readonly string[]): CodeList {
	const known = new Set(prefixes);
	const sorted = [...known].sort();
	const depth = (code: string) => {
		for (let length = code.length; length >= 2; length--) {
			if (known.has(code.slice(0, length))) return length;
		}
		return 0;
	};
	return {
		depth,
		holds(code) {
			if (depth(code) > 0) return "in";
			const next = sorted[firstAtLeast(sorted, code)];
			return next?.startsWith(code) ? "part" : "out";
		},
	};
}

/** Reads `book/lists/NAME.txt`: codes between spaces, `#` begins a comment line. */
export function readCodeList(folder: URL, name: string): CodeList {
	const text = readFileSync(new URL(`lists/${name}.txt`, folder), "utf8");
	const codes = lines(text).flatMap((line) => line.split(" "));
	const wrong = codes.find((code) => !/^\d{2,10}$/.test(code));
	if (wrong !== undefined) {
		throw new Error(`tariff list ${name}: no tariff code: ${wrong}`);
	}
	return codeList(codes);
}

/** Column 1 rates by prefix: a percentage, or null for a specific or compound rate. */
export type Column1 = (
	code: string,
) => { readonly ratePercent: number | null; readonly one: boolean } | null;

/**
 * Reads `book/lists/NAME.txt` of rates, where `= N` heads the codes charged N
 * percent. A code with differing rates beneath it answers `one: false`.
 */
export function readColumn1(folder: URL, name: string): Column1 {
	const text = readFileSync(new URL(`lists/${name}.txt`, folder), "utf8");
	const rates = new Map<string, number | null>();
	let rate: number | null = null;
	for (const line of lines(text)) {
		if (line.startsWith("=")) rate = rateOf(line.slice(1).trim());
		else for (const code of line.split(" ")) rates.set(code, rate);
	}
	const all = codeList([...rates.keys()]);
	return (code) => {
		for (let length = Math.min(8, code.length); length >= 2; length--) {
			const found = rates.get(code.slice(0, length));
			if (found !== undefined) return { ratePercent: found, one: true };
		}
		return all.holds(code) === "out" ? null : { ratePercent: null, one: false };
	};
}

function rateOf(text: string): number | null {
	return text === "specific" ? null : Number(text);
}

function lines(text: string): string[] {
	return text.split("\n").filter((line) => line !== "" && line[0] !== "#");
}

function firstAtLeast(sorted: readonly string[], code: string): number {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sorted[middle] ?? "") < code) low = middle + 1;
		else high = middle;
	}
	return low;
}
