/** The host of an address, with its port where that is not the usual one: whom a fetch bothers. */
export function hostOf(url: string): string {
	return URL.parse(url)?.host ?? url;
}
