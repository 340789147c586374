import { type Token, tokenise } from "../text/tokenise.ts";

const elision = /^(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)$/;

/**
 * The words that matching counts. Elisions and possessives are left out on both
 * sides, query and news, so that "droits sur acier" meets « droits sur l'acier »
 * and "Canada tariffs" meets "Canada's tariffs".
 */
export function wordsOf(text: string): Token[] {
	return tokenise(text).filter((token) => {
		if (token.text.startsWith("'")) return false;
		return !(elision.test(token.text) && isApostrophe(text.charAt(token.end)));
	});
}

function isApostrophe(letter: string): boolean {
	return letter === "'" || letter === "’" || letter === "ʼ";
}
