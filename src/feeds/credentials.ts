/** The header that an address's user name and password become (RFC 7617); none without them. */
export function authorization({ username, password }: URL): {
	readonly authorization?: string;
} {
	if (username === "" && password === "") return {};
	const words = unescaped(`${username}:${password}`);
	return { authorization: `Basic ${Buffer.from(words).toString("base64")}` };
}

/** A lone percent sign, as in `100%`, stands for itself. */
function unescaped(text: string): string {
	return text.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
		const bytes = Buffer.from(escapes.replaceAll("%", ""), "hex");
		return bytes.toString("utf8");
	});
}

/** The address that is asked: credentials go in a header, and nowhere else. */
export function withoutCredentials(url: URL): URL {
	const bare = new URL(url);
	bare.username = "";
	bare.password = "";
	return bare;
}

/**
 * Where a server sends us on to, with the credentials that it was asked with:
 * they are for it alone, and never leave TLS once on it.
 */
export function withCredentialsOf(from: URL, to: URL): URL {
	const isNamed = to.username !== "" || to.password !== "";
	if (isNamed || !isSameServer(from, to)) return to;
	const whole = new URL(to);
	whole.username = from.username;
	whole.password = from.password;
	return whole;
}

function isSameServer(from: URL, to: URL): boolean {
	if (from.hostname !== to.hostname) return false;
	const onUsualPorts = from.port === "" && to.port === "";
	return (
		from.origin === to.origin || (onUsualPorts && to.protocol === "https:")
	);
}
