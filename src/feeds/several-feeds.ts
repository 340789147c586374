import type { FeedLink } from "./find-feed-links.ts";

/** A page announces several feeds: which one is meant? */
export class SeveralFeeds extends Error {
	readonly links: readonly FeedLink[];

	constructor(links: readonly FeedLink[]) {
		super(`the page announces ${links.length} feeds`);
		this.name = "SeveralFeeds";
		this.links = links;
	}
}
