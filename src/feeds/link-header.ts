import { webAddress } from "./web-address.ts";

/** `<address>; parameters`, up to the comma that begins the next (RFC 8288 §3). */
const links = /<([^<>]*)>((?:[^,"]|"(?:[^"\\]|\\.)*")*)/g;
const parameter = /;\s*([^\s=;,"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*))/g;

/**
 * The address that an HTTP `Link` header gives for a relation such as `hub`,
 * absolute; the first of several, null when there is none.
 */
export function linkIn(
	header: string | null,
	rel: string,
	base: string,
): string | null {
	for (const [, target = "", parameters = ""] of (header ?? "").matchAll(links))
		if (relationsIn(parameters).includes(rel)) return webAddress(target, base);
	return null;
}

/** Of several `rel` only the first counts (RFC 8288 §3.3). */
function relationsIn(parameters: string): readonly string[] {
	for (const [, name, quoted, bare] of parameters.matchAll(parameter))
		if (name?.toLowerCase() === "rel")
			return (quoted ?? bare ?? "").toLowerCase().split(/\s+/);
	return [];
}
