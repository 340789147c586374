import type { Span } from "../chat/card.ts";
import type { Source } from "../tariffs/measure.ts";

/** A source as people cite it: its title, a link where there is one, who published it and when. */
export function sourceLink({ title, publisher, url, date }: Source): Span[] {
	const link: Span = url === null ? { text: title } : { text: title, url };
	return [link, { text: `, ${publisher}, ${date}`, style: "soft" }];
}
