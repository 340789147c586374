const declaration =
	/<!ENTITY\s+([\w.-]{1,60})\s+(?:"([^"<&%]{0,200})"|'([^'<&%]{0,200})')\s*>/g;
const longestPrologue = 65_536;
const mostEntities = 100;
/** Letters that they may add to a feed: no bomb is made of these. */
const mostAdded = 100_000;
const xmlOwn = /^(?:amp|lt|gt|quot|apos)$/;

/**
 * Puts in what a feed's own document type says its entities mean (XML 1.0,
 * 4.2.1), save in CDATA. Only short plain words count: what would hold other
 * entities, markup, files or addresses of its own stays as written, and so do
 * those that come after many thousand letters of them.
 */
export function withOwnEntities(text: string, rootAt: number): string {
	const entities = declaredIn(text.slice(0, Math.min(rootAt, longestPrologue)));
	if (entities.size === 0) return text;
	let added = 0;
	const body = text
		.slice(rootAt)
		.replace(
			/<!\[CDATA\[[\s\S]*?\]\]>|&([\w.-]{1,60});/g,
			(whole, name?: string) => {
				const words = name === undefined ? undefined : entities.get(name);
				if (words === undefined || added > mostAdded) return whole;
				added += words.length;
				return words;
			},
		);
	return text.slice(0, rootAt) + body;
}

function declaredIn(prologue: string): ReadonlyMap<string, string> {
	const entities = new Map<string, string>();
	if (!prologue.includes("<!ENTITY")) return entities;
	for (const [, name = "", double, single] of prologue.matchAll(declaration)) {
		if (entities.size === mostEntities) break;
		// The first declaration binds.
		if (!xmlOwn.test(name) && !entities.has(name))
			entities.set(name, double ?? single ?? "");
	}
	return entities;
}
