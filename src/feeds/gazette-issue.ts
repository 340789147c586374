/** A page of an issue of the Canada Gazette (gazette.gc.ca/rp-pr): its contents, or a document or several that stand in it. */
const issuePage = /\/rp-pr\/p\d\/\d{4}\/(\d{4}-\d\d-\d\d)(-[a-z]\d+)?\/html\//;
const contentsPage = /\/index-(?:eng|fra)\.html$/;

/** Whether an address is that of an issue; the quarterly lists of all that is in force are none. */
export function isGazetteIssue(address: string | null): boolean {
	const path = URL.parse(address ?? "")?.pathname ?? "";
	const [, , mark = ""] = issuePage.exec(path) ?? [];
	return issuePage.test(path) && !mark.startsWith("-c");
}

/** Whether an address is that of an issue's contents; an extra edition has none, only its one document. */
export function isContents(address: string): boolean {
	return contentsPage.test(pageOf(address));
}

/** The day of an issue, which is in the addresses of its pages, in ISO UTC. */
export function dayOfIssue(address: string): string | null {
	const [, day] = issuePage.exec(address) ?? [];
	return day === undefined ? null : `${day}T00:00:00.000Z`;
}

/** An address without its anchor. */
export function pageOf(address: string): string {
	return address.replace(/#.*$/, "");
}
