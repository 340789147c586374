const plain: Readonly<Record<string, string>> = {
	"‘": "'",
	"’": "'",
	ʼ: "'",
	"‐": "-",
	"‑": "-",
	"‒": "-",
	"–": "-",
	"—": "-",
	"−": "-",
	"“": '"',
	"”": '"',
	"«": '"',
	"»": '"',
};
const known = new Map<string, string>();

/**
 * Lower case, no accents, plain spaces, quotes and dashes, unit for unit: an
 * offset in the result is the same offset in the text. Line breaks stay.
 */
export function foldInPlace(text: string): string {
	return text.replace(/[A-Z\u0080-\uffff]/g, (unit) => {
		const before = known.get(unit);
		if (before !== undefined) return before;
		const folded = foldUnit(unit);
		// There are no more than 65,536 units.
		known.set(unit, folded);
		return folded;
	});
}

function foldUnit(unit: string): string {
	if (/\s/u.test(unit)) return " ";
	const folded = plain[unit] ?? unit.normalize("NFD").charAt(0).toLowerCase();
	return folded.length === 1 ? folded : unit;
}
