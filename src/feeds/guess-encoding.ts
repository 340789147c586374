import { analyse } from "chardet";

/** So much shows what a text is written in. */
const sampleBytes = 64 * 1024;
const fewestLetters = 8;
const otherScripts =
	/^(big5|euc|gb|shift_jis|koi8|windows-125[1356]$|iso-8859-[5678]$)/i;

/**
 * The encoding of a text in another script than the Latin: most of its letters
 * are beyond ASCII, and how often each comes tells the rest. Null for Latin
 * script, where too few letters are beyond ASCII to tell by.
 */
export function guessEncoding(bytes: Uint8Array): string | null {
	const written = Buffer.from(bytes.subarray(0, sampleBytes))
		.toString("latin1")
		.replace(/<[^<>]*>/g, " ")
		.replace(/https?:\S*|&#?\w+;/gi, " ");
	const ascii = written.match(/[a-z]/gi)?.length ?? 0;
	const beyond = written.match(/[\x80-\xff]/g)?.length ?? 0;
	if (beyond < ascii || beyond < fewestLetters) return null;
	const matches = analyse(Buffer.from(written, "latin1"));
	return matches.find(({ name }) => otherScripts.test(name))?.name ?? null;
}
