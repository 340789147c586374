/** Deeper than any feed; reading JSON takes memory for every level. */
const deepest = 200;
/** Denser than any feed, once there are many: each value takes memory, however short. */
const manyValues = 100_000;
const lettersOfValue = 16;

/** What makes a JSON text a bomb, in words that follow on its address; null for one that can be read. */
export function jsonBomb(json: string): string | null {
	let depth = 0;
	let values = 0;
	let inString = false;
	for (let at = 0; at < json.length; at++) {
		const code = json.charCodeAt(at);
		if (code === backslash) at++;
		else if (code === quote) inString = !inString;
		else if (inString) continue;
		else if (code === comma) values++;
		else if (code === brace || code === bracket) {
			if (++depth > deepest) return "it is nested without end";
		} else if (code === brace + 2 || code === bracket + 2) depth--;
	}
	const isDense = values > manyValues && values * lettersOfValue > json.length;
	return isDense ? "it holds more values than any feed" : null;
}

const [quote, comma, bracket, backslash, brace] = [
	0x22, 0x2c, 0x5b, 0x5c, 0x7b,
];
