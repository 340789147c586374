/** Names under which addresses carry secrets: `?token=`, `?api_key=`, `?auth=`. */
const secretName =
	/token|key|secret|pass|pwd|auth|sig(?:$|nature)|session|credential|^(?:code|hash|uid|user|login|pin)$/i;

/**
 * An address as people, pages and logs may see it: without user name and
 * password, and without the values in its query that are named like secrets.
 * Any other address stays letter by letter.
 */
export function shownAddress(address: string): string {
	const url = URL.parse(address);
	if (url === null) return address.replace(/\/\/[^/@\s]*@/, "//");
	const hidden = [...url.searchParams.keys()].filter((name) =>
		secretName.test(name),
	);
	if (url.username + url.password === "" && hidden.length === 0) return address;
	url.username = "";
	url.password = "";
	for (const name of hidden) url.searchParams.set(name, "…");
	return url.href.replaceAll("%E2%80%A6", "…");
}

/** Whether an address holds what only some may know. */
export function holdsSecret(address: string): boolean {
	return shownAddress(address) !== address;
}
