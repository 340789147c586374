/** Query parameters that say how a reader came, not what is read. */
const tracking =
	/^(?:utm_\w+|fbclid|gclid|mc_[ce]id|cmp|cmpid|ref|ref_src|smid|ocid|ito|partner|src|source|at_\w+|xtor|share|output|outputtype|__source)$/i;

/** Pages of the Canada Gazette hold notices by the dozen, each at its own anchor. */
const holdsMany = /\/rp-pr\/p\d\//;

/**
 * The address as one writes it for the same page: no scheme, `www.`, `amp`,
 * fragment, tracking parameters or last slash. What is no address stays itself.
 */
export function canonicalAddress(url: string): string {
	if (!URL.canParse(url)) return url;
	const { hostname, pathname, searchParams, hash } = new URL(url);
	const kept = [...searchParams]
		.filter(([name]) => !tracking.test(name))
		.map(([name, value]) => `${name}=${value}`)
		.sort();
	const host = hostname.replace(/^(?:www|m|amp|mobile)\./, "");
	const path = pathname.replace(/\/amp(?=\/|$)|\.amp(?=\.html)/g, "");
	const query = kept.length > 0 ? `?${kept.join("&")}` : "";
	const anchor = holdsMany.test(path) ? hash : "";
	return `${host}${path.replace(/\/+$/, "")}${query}${anchor}`;
}
