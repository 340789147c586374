import type { DigestTimes } from "../chat/channel.ts";
import type { Say } from "../phrases/say.ts";
import { daysText } from "./find-days.ts";

/** When a channel's digest comes, as a fact of a Card. */
export function digestFact(digest: DigestTimes | null, say: Say) {
	const text = digest
		? say("commands.digestTimes", {
				at: digest.at,
				zone: digest.zone,
				days: daysText(digest.days, say),
			})
		: say("commands.noDigest");
	return { label: say("commands.digestLabel"), value: [{ text }] };
}
