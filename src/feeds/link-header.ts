import { webAddress } from "./web-address.ts";

/** `<address>; parameters`, up to the comma that begins the next (RFC 8288 §3). */
const links = /<([^<>]*)>((?:[^,"]|"(?:[^"\\]|\\.)*")*)/g;
const parameter = /;\s*([^\s=;,"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*))/g;

/** The addresses that an HTTP `Link` header gives for a relation such as `hub`, absolute, in order. */
export function linksIn(
	header: string | null,
	rel: string,
	base: string,
): readonly string[] {
	const found = [...(header ?? "").matchAll(links)]
		.filter(([, , parameters = ""]) => relationsIn(parameters).includes(rel))
		.map(([, target = ""]) => webAddress(target, base));
	return found.filter((address) => address !== null);
}

/** Of several `rel` only the first counts (RFC 8288 §3.3). */
function relationsIn(parameters: string): readonly string[] {
	for (const [, name, quoted, bare] of parameters.matchAll(parameter))
		if (name?.toLowerCase() === "rel")
			return (quoted ?? bare ?? "").toLowerCase().split(/\s+/);
	return [];
}
