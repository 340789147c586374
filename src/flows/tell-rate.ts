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
	readonly clock: RateClock;
	readonly words: RateWords;
}

const lateAfterMs = 60 * 60 * 1000;

/** What one watch hears: posts, lines of its digest, or both, as it chose. */
export function tellRate(
	watch: RateWatch,
	settings: ChannelSettings,
	{ question, news, clock, words }: RateTold,
): RateTelling {
	const { mode } = watch;
	const { language } = settings;
	const told = news.map((one) => {
		const late = isLate(one, settings, { question, clock });
		return { question, news: one, late, language };
	});
	const posted = mode === "digest" ? [] : told;
	return {
		watch,
		deliveries: posted.map((one, at) =>
			deliveryOf(watch, at + 1, {
				...{ card: words.rateCard(one), settings, now: clock.now },
			}),
		),
		notices: mode === "live" ? [] : told.map(words.rateNotice),
	};
}

/** Channels of one language and one lateness share their words. */
export function sharedWords({ rateCard, rateNotice }: RateWords): RateWords {
	return { rateCard: once(rateCard), rateNotice: once(rateNotice) };
}

function once<T>(make: (told: RateToTell) => T) {
	const known = new Map<string, T>();
	return (told: RateToTell): T => {
		const key = JSON.stringify(told);
		const made = known.get(key) ?? make(told);
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

/** Only what the calendar brings has a time to be late for. */
function isLate(
	news: RateNews,
	{ zone: channel }: ChannelSettings,
	{ question, clock }: Pick<RateTold, "question" | "clock">,
): boolean {
	if (news.kind !== "in-force" && news.kind !== "ahead") return false;
	const law = importerZone(question.importer);
	const due = morningOf(news.due, { law, channel });
	return clock.law.getTime() - due.getTime() > lateAfterMs;
}
