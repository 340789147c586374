import type { Card } from "../chat/card.ts";
import {
	type ChannelRef,
	type ChannelSettings,
	type Channels,
	channelKey,
} from "../chat/channel.ts";
import type { Archive, DigestMemory } from "../deliveries/archive.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { type DueDigest, dueDigest } from "../deliveries/digest-due.ts";
import { newDelivery } from "../deliveries/new-delivery.ts";
import type { RateNotice, RateWatches } from "../deliveries/rate-watch.ts";
import type { Log } from "../log.ts";
import type { Story } from "../news/story.ts";
import { storyWindowMs } from "../news/tell-story.ts";
import { type Say, sayIn } from "../phrases/say.ts";
import type { Subscriptions } from "../topics/subscription.ts";
import type { Topic } from "../topics/topic.ts";
import { later } from "./rest-delivery.ts";
import type { EnqueueChannels } from "./sweep.ts";

/** One Story of a digest, with the topics met that the channel follows. */
interface DigestEntry {
	readonly story: Story;
	readonly topics: readonly Topic[];
}

/** What making digests needs of the house. */
export interface DigestTools {
	readonly channels: Channels;
	readonly subscriptions: Subscriptions;
	readonly archive: Archive;
	readonly digests: DigestMemory;
	readonly rateWatches: Pick<RateWatches, "notices">;
	/** Undefined for a topic that is no more. */
	topic(id: string): Topic | undefined;
	digestCard(
		digest: {
			date: string;
			zone: string;
			late: boolean;
			entries: readonly DigestEntry[];
			rates: readonly RateNotice[];
		},
		say: Say,
	): Card;
	readonly enqueueChannels: EnqueueChannels;
	readonly log: Log;
}

const dayMs = 24 * 60 * 60 * 1000;
/** Two weekly digests, one of them missed; a digest asked for again tells no more than this. */
const longestReachMs = 15 * dayMs;

/** Makes the digest of every channel whose hour has come; one that fails keeps none of the others. */
export async function makeDigests(
	tools: DigestTools,
	now: Date,
): Promise<void> {
	for (const { channel, settings } of await tools.channels.all()) {
		try {
			await makeDigest({ channel, settings, tools, now });
		} catch (error) {
			const fields = { channel: channelKey(channel), error };
			tools.log.error("digest failed", fields);
		}
	}
}

interface Making {
	readonly channel: ChannelRef;
	readonly settings: ChannelSettings;
	readonly tools: DigestTools;
	readonly now: Date;
}

async function makeDigest(making: Making): Promise<void> {
	const { channel, settings, tools, now } = making;
	if (settings.digest === null) return;
	const last = await tools.digests.last(channel);
	const due = dueDigest(settings.digest, last, now);
	if (due === null) return;
	// The next digest begins where this one ends, so no story falls between.
	const span = { from: beginning(due, last?.at), to: due.scheduledAt };
	const isFirst = last === null;
	const entries = await entriesOf(making, span, isFirst);
	const rates = await tools.rateWatches.notices(channel, span.from, span.to);
	const isEmpty = entries.length + rates.length === 0;
	const delivery = isEmpty
		? null
		: digestDelivery(making, due, { entries, rates });
	const isMade = await tools.digests.make({
		...{ channel, date: due.date, at: span.to, delivery },
		follows: last?.date ?? null,
	});
	if (!isMade) return;
	const counts = { stories: entries.length, rates: rates.length };
	const fields = { channel: channelKey(channel), ...counts };
	tools.log.info("digest made", { date: due.date, ...fields });
	if (!delivery) return;
	await tools.enqueueChannels([{ channel, at: now }], "digest");
}

/** The first digest tells of a day. */
function beginning({ scheduledAt }: DueDigest, lastAt: Date | undefined): Date {
	if (lastAt === undefined) return later(scheduledAt, -dayMs);
	const earliest = later(scheduledAt, -longestReachMs);
	return lastAt > earliest ? lastAt : earliest;
}

interface Span {
	readonly from: Date;
	readonly to: Date;
}

/**
 * A Story is dated by when it was told, and may reach us after the digest of
 * that hour was made. So it belongs to the digest of the hour in which we
 * first saw it meet a topic: each to one digest, none to none.
 */
async function entriesOf(
	{ channel, tools }: Making,
	{ from, to }: Span,
	isFirst: boolean,
): Promise<DigestEntry[]> {
	const followed = (await tools.subscriptions.of(channel))
		.filter(({ mode }) => mode !== "live")
		.map(({ topicId }) => topicId);
	const earliest = isFirst ? from : later(from, -storyWindowMs);
	const found = await tools.archive.storiesOn(followed, earliest, to);
	const entries: DigestEntry[] = [];
	for (const { story, topicIds } of found) {
		const seenAt = await firstSeen(story, topicIds, tools);
		if (seenAt === null || seenAt < from || seenAt >= to) continue;
		const topics = topicIds.flatMap((id) => tools.topic(id) ?? []);
		entries.push({ story, topics });
	}
	return entries;
}

/** When the first Article of the Story that meets one of these topics was detected. */
async function firstSeen(
	{ tellings }: Story,
	topicIds: readonly string[],
	{ archive }: DigestTools,
): Promise<Date | null> {
	for (const { articleId } of tellings) {
		const kept = await archive.article(articleId);
		const meets = kept?.matches.some(({ topicId }) =>
			topicIds.includes(topicId),
		);
		// A flood is asked of, and told apart.
		if (kept && meets && !kept.isFlooded) return kept.article.detected;
	}
	return null;
}

function digestDelivery(
	{ channel, settings, tools, now }: Making,
	{ date, late, scheduledAt }: DueDigest,
	told: {
		readonly entries: readonly DigestEntry[];
		readonly rates: readonly RateNotice[];
	},
): Delivery {
	const zone = settings.digest?.zone ?? settings.zone;
	const digest = { date, zone, late, ...told };
	return newDelivery({
		channel,
		kind: "digest",
		subject: date,
		card: tools.digestCard(digest, sayIn(settings.language)),
		state: settings.suspended ? "held" : "queued",
		reason: settings.suspended?.reason ?? null,
		notBefore: scheduledAt,
		createdAt: now,
	});
}
