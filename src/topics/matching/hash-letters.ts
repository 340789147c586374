/**
 * Two hashes of a word's letters, begun and multiplied with numbers of this
 * process's own, so that nobody who writes words can foresee which of them meet
 * in a table. Together they are the word: that two words of a language have
 * both alike is less likely than a fault of the machine.
 */
export interface WordHash {
	readonly hash: number;
	readonly other: number;
}

export const hashStart = (Math.random() * 0x7fff_ffff) | 0;
export const otherStart = (Math.random() * 0x7fff_ffff) | 0;
export const hashPrime = 16_777_619;
export const otherFactor = ((Math.random() * 0x3fff_ffff) | 0) * 2 + 1;

/** Spreads a hash over all its bits, of which tables use the lowest. */
export function spread(hash: number): number {
	const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
	return mixed ^ (mixed >>> 13);
}

/** The hashes of a folded word. */
export function hashWord(word: string): WordHash {
	let [hash, other] = [hashStart, otherStart];
	for (let at = 0; at < word.length; at++) {
		const unit = word.charCodeAt(at);
		hash = Math.imul(hash ^ unit, hashPrime);
		other = Math.imul(other + unit, otherFactor);
	}
	return { hash: spread(hash), other };
}

/** The same of folded letters in a buffer. */
export function hashBuffer(
	letters: Uint16Array,
	from: number,
	to: number,
): WordHash {
	let [hash, other] = [hashStart, otherStart];
	for (let at = from; at < to; at++) {
		const unit = letters[at] ?? 0;
		hash = Math.imul(hash ^ unit, hashPrime);
		other = Math.imul(other + unit, otherFactor);
	}
	return { hash: spread(hash), other };
}
