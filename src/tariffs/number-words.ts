/** Numbers from nought to two hundred in the words of a language, folded: `veinticinco` is 25. */
export type NumberWords = ReadonlyMap<string, number>;

const english = {
	ones: "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
	tens: "twenty thirty forty fifty sixty seventy eighty ninety",
};
const french = {
	ones: "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf",
	tens: "vingt trente quarante cinquante soixante soixante-dix quatre-vingt quatre-vingt-dix",
};
const spanish = {
	ones: "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve",
	tens: "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
};

/** All three languages in one table; their words do not clash. */
export const numberWords: NumberWords = new Map([
	...englishWords(),
	...frenchWords(),
	...spanishWords(),
]);

function englishWords(): [string, number][] {
	const below = upTo99(english, (tens, ones) => `${tens}-${ones}`);
	const hundreds = ["a hundred", "one hundred"];
	return [...below, ...overHundred(below, hundreds, " ")];
}

function frenchWords(): [string, number][] {
	const ones = french.ones.split(" ");
	const below = upTo99(french, (tens, one) => `${tens}-${one}`);
	// Seventy-one is sixty-eleven, ninety-one four-twenty-eleven.
	for (let over = 11; over < 20; over++) {
		below.push([`soixante-${ones[over]}`, 60 + over]);
		below.push([`quatre-vingt-${ones[over]}`, 80 + over]);
	}
	for (const [at, tens] of french.tens.split(" ").slice(0, 5).entries()) {
		below.push([`${tens}-et-un`, 21 + at * 10]);
	}
	below.push(["soixante-et-onze", 71], ["quatre-vingts", 80]);
	return [...below, ...overHundred(below, ["cent"], "-")];
}

function spanishWords(): [string, number][] {
	const joined = (tens: string, one: string) => `${tens}-y-${one}`;
	const below = upTo99(spanish, joined);
	const ones = spanish.ones.split(" ");
	for (let one = 1; one < 10; one++)
		below.push([`veinti${ones[one]}`, 20 + one]);
	below.push(["un", 1], ["veintiun", 21]);
	return [...below, ...overHundred(below, ["ciento"], " "), ["cien", 100]];
}

type Names = { readonly ones: string; readonly tens: string };

function upTo99(
	names: Names,
	join: (tens: string, ones: string) => string,
): [string, number][] {
	const ones = names.ones.split(" ");
	const all = ones.map((name, at): [string, number] => [name, at]);
	for (const [at, tens] of names.tens.split(" ").entries()) {
		all.push([tens, 20 + at * 10]);
		for (let one = 1; one < 10; one++) {
			all.push([join(tens, ones[one] ?? ""), 20 + at * 10 + one]);
		}
	}
	return all;
}

/** Rates over a hundred are told in fives: `a hundred and forty-five`. */
function overHundred(
	below: readonly [string, number][],
	names: readonly string[],
	and: string,
): [string, number][] {
	return names.flatMap((name) => [
		[name, 100] as [string, number],
		...below
			.filter(([, value]) => value > 0 && value % 5 === 0)
			.flatMap(([word, value]): [string, number][] => [
				[`${name}${and}${word}`, 100 + value],
				[`${name} and ${word}`, 100 + value],
			]),
	]);
}
