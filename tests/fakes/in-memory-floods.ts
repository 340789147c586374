import { channelKey } from "../../src/chat/channel.ts";
import type { Delivery } from "../../src/deliveries/delivery.ts";
import type { Floods } from "../../src/deliveries/flood.ts";
import type { NewsTables } from "./in-memory-newsroom.ts";

/** Twin of the store's Floods. */
export function inMemoryFloods({
	deliveries,
	articles,
}: Pick<NewsTables, "deliveries" | "articles">): Floods {
	return {
		async open(now) {
			const held = [...deliveries.values()].filter(
				({ state, flood }) => state === "held" && flood && flood.until > now,
			);
			const keyOf = ({ flood, channel }: Delivery) =>
				`${flood?.feedId} ${channelKey(channel)}`;
			const groups = [...Map.groupBy(held, keyOf)].sort(([a], [b]) =>
				a < b ? -1 : 1,
			);
			return groups.flatMap(([, [first, ...others]]) =>
				first?.flood
					? [
							{
								...{ channel: first.channel, feedId: first.flood.feedId },
								count: others.length + 1,
								until: latest([first, ...others]),
							},
						]
					: [],
			);
		},
		async answer(channel, feedId, answer, now) {
			const states = answer === "tell" ? ["held", "dropped"] : ["held"];
			const met = [...deliveries.values()].filter(
				(one) =>
					(!channel || channelKey(one.channel) === channelKey(channel)) &&
					one.flood?.feedId === feedId &&
					one.flood.until > now &&
					states.includes(one.state),
			);
			for (const one of met) deliveries.set(one.id, answered(one, answer, now));
			if (answer === "tell" && met.length > 0) {
				for (const [id, { isFlooded: _no, ...kept }] of articles)
					if (kept.article.feedId === feedId) articles.set(id, kept);
			}
			return met.length;
		},
	};
}

function answered(one: Delivery, answer: string, now: Date): Delivery {
	if (answer === "drop") return { ...one, state: "dropped" };
	const flood = one.flood && { ...one.flood, until: now };
	return { ...one, state: "held", flood };
}

function latest(held: readonly Delivery[]): Date {
	return new Date(Math.max(...held.map(({ flood }) => Number(flood?.until))));
}
