import type { Card } from "../chat/card.ts";
import type { ChannelSettings } from "../chat/channel.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { morningOf } from "../deliveries/morning-day.ts";
import { newDelivery } from "../deliveries/new-delivery.ts";
import type {
	RateNotice,
	RateTelling,
	RateWatch,
} from "../deliveries/rate-watch.ts";
import type { Language } from "../phrases/say.ts";
import { importerZone } from "../tariffs/importer-day.ts";
import type { RateNews } from "../tariffs/rate-news.ts";
import type { RateQuestion } from "../tariffs/rate-timeline.ts";

/** A change of a rate, to be put into words. */
export interface RateToTell {
	readonly question: RateQuestion;
	readonly news: RateNews;
	/** It comes well after the morning on which it was due. */
	readonly late: boolean;
	readonly language: Language;
}

/** Puts changes of rates into words. */
export interface RateWords {
	rateCard(told: RateToTell): Card;
	/** The same as a line of a digest. */
	rateNotice(told: RateToTell): RateNotice;
}

/** Two instants, the same unless history is replayed. */
export interface RateClock {
	/** By which the law's days are counted. */
	readonly law: Date;
	/** By which deliveries are timed. */
	readonly now: Date;
}

/** What is told of one question at one time. */
export interface RateTold {
	readonly question: RateQuestion;
	readonly news: readonly RateNews[];
	readonly now: Date;
	readonly words: RateWords;
	/** Whether it comes late to a channel of that zone. */
	isLate(news: RateNews, zone: string): boolean;
}

const lateAfterMs = 60 * 60 * 1000;

/** What one watch hears: posts, lines of its digest, or both, as it chose. */
export function tellRate(
	watch: RateWatch,
	settings: ChannelSettings,
	{ question, news, now, words, isLate }: RateTold,
): RateTelling {
	const { mode } = watch;
	const { language, zone } = settings;
	const told = news.map((one) => {
		const late = isLate(one, zone);
		return { question, news: one, late, language };
	});
	const posted = mode === "digest" ? [] : told;
	return {
		watch,
		deliveries: posted.map((one, at) =>
			deliveryOf(watch, at + 1, {
				...{ card: words.rateCard(one), settings, now },
			}),
		),
		notices: mode === "live" ? [] : told.map(words.rateNotice),
	};
}

/** Channels of one language and one lateness share their words. */
export function sharedWords({ rateCard, rateNotice }: RateWords): RateWords {
	return { rateCard: eachOnce(rateCard), rateNotice: eachOnce(rateNotice) };
}

/** The same function, which is asked for each value but once. */
export function eachOnce<A, T>(make: (given: A) => T): (given: A) => T {
	const known = new Map<string, T>();
	return (given) => {
		const key = JSON.stringify(given);
		const made = known.get(key) ?? make(given);
		known.set(key, made);
		return made;
	};
}

interface Wrapped {
	readonly card: Card;
	readonly settings: ChannelSettings;
	readonly now: Date;
}

function deliveryOf(
	{ id, channel, revision }: RateWatch,
	count: number,
	{ card, settings: { suspended }, now }: Wrapped,
): Delivery {
	return newDelivery({
		channel,
		kind: "rate",
		subject: `rate ${id}`,
		revision: revision + count,
		card,
		state: suspended ? "held" : "queued",
		reason: suspended?.reason ?? null,
		notBefore: now,
		createdAt: now,
	});
}

/** Tells what comes late where. Only what the calendar brings has a time to be late for. */
export function lateness(
	{ importer }: RateQuestion,
	clock: RateClock,
): RateTold["isLate"] {
	const law = importerZone(importer);
	const isPast = eachOnce(([due, channel]: readonly [string, string]) => {
		const at = morningOf(due, { law, channel });
		return clock.law.getTime() - at.getTime() > lateAfterMs;
	});
	return (news, zone) =>
		(news.kind === "in-force" || news.kind === "ahead") &&
		isPast([news.due, zone]);
}
