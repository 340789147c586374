/** Deeper than any feed; reading JSON takes memory for every level. */
const deepest = 200;

/** Whether JSON is nested as only a bomb is. */
export function isTooDeep(json: string): boolean {
	let depth = 0;
	let inString = false;
	for (let at = 0; at < json.length; at++) {
		const code = json.charCodeAt(at);
		if (code === backslash) at++;
		else if (code === quote) inString = !inString;
		else if (inString) continue;
		else if (code === brace || code === bracket) {
			if (++depth > deepest) return true;
		} else if (code === brace + 2 || code === bracket + 2) depth--;
	}
	return false;
}

const [quote, bracket, backslash, brace] = [0x22, 0x5b, 0x5c, 0x7b];
