/** Slack and Discord tokens, and credentials in an address or a header, wherever they stand. */
const looks: readonly RegExp[] = [
	/\bxox[a-z]-[\w-]+|\bxapp-[\w-]+/g,
	/\b[\w-]{23,28}\.[\w-]{6}\.[\w-]{27,}/g,
	/(?<=:\/\/)[^\s/@]+@/g,
	// Whoever knows such an address may post by it.
	/(?<=\bhooks\.slack(?:-gov)?\.com\/)[^\s"'?]+/g,
	/(?<=\/(?:webhooks|interactions)\/\d{17,20}\/)[\w-]+/g,
	/(?<=[?&][\w.-]*(?:token|secret|password|key|signature|auth)=)[^&#\s"']+/gi,
	/(?<=\b(?:Bearer|Basic) )[\w.~+/=-]{8,}/gi,
];
/** Shorter ones are words: hiding them would hide the log. */
const shortest = 4;

/**
 * Gives the function that replaces secrets in a text: what looks like one, and
 * these wherever they stand, also as they are written in an address, in JSON
 * within a text, or in base64.
 */
export function hidingSecrets(
	secrets: readonly string[],
): (text: string) => string {
	const forms = new Set(secrets.flatMap(formsOf));
	const known = [...forms]
		.sort((one, other) => other.length - one.length)
		.map((form) => RegExp.escape(form));
	const all =
		known.length === 0 ? looks : [new RegExp(known.join("|"), "g"), ...looks];
	return (text) =>
		all.reduce((left, look) => left.replace(look, "[hidden]"), text);
}

function formsOf(secret: string): readonly string[] {
	if (secret.length < shortest) return [];
	const bytes = Buffer.from(secret);
	const inAddress = encodeURIComponent(secret.toWellFormed());
	return [
		secret,
		inAddress,
		inAddress.replace(/%../g, (sign) => sign.toLowerCase()),
		new URLSearchParams([["", secret]]).toString().slice(1),
		JSON.stringify(secret).slice(1, -1),
		bytes.toString("base64").replace(/=+$/, ""),
		bytes.toString("base64url"),
	];
}
