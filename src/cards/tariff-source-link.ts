import type { Span } from "../chat/card.ts";
import type { Say } from "../phrases/say.ts";
import type { Source } from "../tariffs/measure.ts";

/**
 * A source as people cite it: its title, a link where there is one, who
 * published it and when. One that is not official says so.
 */
export function tariffSourceLink(source: Source, say: Say): Span[] {
	const { title, publisher, url, date, tier } = source;
	const link: Span = url === null ? { text: title } : { text: title, url };
	const by = say("tariffs.card.source", { publisher, date, tier });
	return [link, { text: `, ${by}`, style: "soft" }];
}
