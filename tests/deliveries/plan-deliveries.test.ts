import { expect, test } from "vitest";
import {
	type ChannelRef,
	type ChannelSettings,
	defaultChannelSettings,
} from "../../src/chat/channel.ts";
import type { Delivery } from "../../src/deliveries/delivery.ts";
import { deliveryId } from "../../src/deliveries/delivery-id.ts";
import { planDeliveries } from "../../src/deliveries/plan-deliveries.ts";
import type { CardWanted, StoryPlan } from "../../src/deliveries/story-plan.ts";
import type { Story } from "../../src/news/story.ts";
import type { SubscriptionMode } from "../../src/topics/subscription.ts";

const now = new Date("2026-10-07T14:00:00Z");
const at = (seconds: number) => new Date(+now + seconds * 1000);
const desk: ChannelRef = { platform: "slack", id: "T1/C1" };
const other: ChannelRef = { platform: "discord", id: "42" };

function follower(
	channel: ChannelRef,
	topicId = "steel",
	mode: SubscriptionMode = "live",
) {
	return { channel, topicId, mode, since: at(-60) };
}

function story(revision = 1): Story {
	return {
		id: "s1",
		headline: "Steel",
		url: null,
		language: "en",
		firstToldAt: now,
		lastToldAt: now,
		revision,
		terms: [],
		figures: [],
		tellings: [],
	};
}

function plan(changes: Partial<StoryPlan> = {}): StoryPlan {
	return {
		story: story(),
		articleId: "a1",
		change: "new",
		followers: [follower(desk)],
		settingsOf: () => defaultChannelSettings,
		standing: [],
		dress: (wanted) => ({
			title: words(wanted),
			url: null,
			tone: "news",
			blocks: [],
			actions: [],
			footer: null,
		}),
		...changes,
	};
}

function words({ form, shows, language }: CardWanted): string {
	return `${form} ${shows.topicIds.join("+")} ${language}`;
}

test("a post that a hub pushed gathers no others before it is sent", () => {
	const [post] = planDeliveries(plan({ isPushed: true }), now);
	expect(post?.notBefore).toEqual(now);
	const standing = [posted({ state: "sent", sentEdition: 1 })];
	const joined = plan({ change: "joined", standing, isPushed: true });
	const [edit] = planDeliveries(joined, now);
	expect(edit?.notBefore).toEqual(new Date(now.getTime() + 30_000));
});

/** The post as planned, moved on to some state. */
function posted(changes: Partial<Delivery> = {}): Delivery {
	const [post] = planDeliveries(plan(), now);
	if (!post) throw new Error("nothing was planned");
	return { ...post, ...changes };
}

const message = { channel: desk, id: "m1" };
const sent = { state: "sent", message, sentEdition: 1, sentAt: at(2) } as const;

test("a new story is a post that gathers for two seconds", () => {
	expect(planDeliveries(plan(), now)).toMatchObject([
		{
			id: deliveryId(desk, "s1", 1),
			card: { title: "story steel en" },
			state: "queued",
			edition: 1,
			sentEdition: 0,
			replyTo: null,
			notBefore: at(2),
		},
	]);
});

test("each channel gets one, whatever it follows; those who want digests none", () => {
	const french: ChannelSettings = { ...defaultChannelSettings, language: "fr" };
	const planned = planDeliveries(
		plan({
			followers: [
				follower(desk, "steel"),
				follower(other, "steel", "both"),
				follower(desk, "cusma", "digest"),
				follower(desk, "autos"),
				follower({ platform: "web", id: "x" }, "steel", "digest"),
			],
			settingsOf: ({ id }) =>
				id === other.id ? french : defaultChannelSettings,
		}),
		now,
	);
	expect(planned.map(({ card }) => card.title)).toEqual([
		"story steel+autos en",
		"story steel fr",
	]);
});

test("a later edition shows the same article, and every topic that brought it", () => {
	const renewed = plan({
		change: "joined",
		articleId: "a2",
		followers: [follower(desk, "autos")],
		standing: [posted(sent)],
	});
	expect(planDeliveries(renewed, now)).toMatchObject([
		{ shows: { articleId: "a1", topicIds: ["steel", "autos"] } },
	]);
});

test("a post not told yet shows the article that changed the story", () => {
	const changed = plan({
		change: "material",
		articleId: "a2",
		story: story(2),
		standing: [posted()],
	});
	expect(planDeliveries(changed, now)).toMatchObject([
		{ revision: 1, shows: { articleId: "a2", topicIds: ["steel"] } },
	]);
});

test("a suspended channel's post is held, with the reason", () => {
	const suspended = { reason: "is_archived", since: at(-60) };
	const settingsOf = () => ({ ...defaultChannelSettings, suspended });
	expect(planDeliveries(plan({ settingsOf }), now)).toMatchObject([
		{ state: "held", reason: "is_archived" },
	]);
});

interface Renewal {
	readonly name: string;
	readonly change: "joined" | "material";
	readonly post: Partial<Delivery>;
	/** What is planned, or null for nothing. */
	readonly planned: Partial<Delivery> | null;
}

const renewals: readonly Renewal[] = [
	{
		name: "an article that joins an unsent post renews its card in time",
		change: "joined",
		post: {},
		planned: { edition: 2, notBefore: at(2), sentEdition: 0 },
	},
	{
		name: "an article that joins a sent post edits it after half a minute",
		change: "joined",
		post: sent,
		planned: { edition: 2, notBefore: at(130), sentEdition: 1 },
	},
	{
		name: "an edit that waits already keeps its time",
		change: "joined",
		post: { ...sent, edition: 2, notBefore: at(110) },
		planned: { edition: 3, notBefore: at(110) },
	},
	{
		name: "a material change of an unsent post renews it",
		change: "material",
		post: { state: "held", reason: "quiet hours" },
		planned: { edition: 2, state: "held", revision: 1 },
	},
	{
		name: "a material change of a sent post answers in its thread",
		change: "material",
		post: sent,
		planned: { revision: 2, edition: 1, notBefore: at(102) },
	},
	{
		name: "a material change of what may have been sent is told by a reply",
		change: "material",
		post: { state: "unknown", attempts: 1 },
		planned: { revision: 2, edition: 1 },
	},
	{
		name: "what was told in a catch-up is not edited",
		change: "joined",
		post: { state: "caught-up" },
		planned: null,
	},
	{
		name: "a material change of what was told in a catch-up is told",
		change: "material",
		post: { state: "caught-up" },
		planned: { revision: 2 },
	},
	{
		name: "a dead post is not edited",
		change: "joined",
		post: { state: "dead" },
		planned: null,
	},
];

test.each(renewals)("$name", ({ change, post, planned }) => {
	const standing = [posted(post)];
	const told = story(change === "material" ? 2 : 1);
	const found = planDeliveries(
		plan({ change, standing, story: told }),
		at(100),
	);
	expect(found).toMatchObject(planned ? [planned] : []);
	for (const { revision, replyTo, card, id } of found) {
		const isReply = revision === 2;
		expect(replyTo).toBe(isReply ? standing[0]?.id : null);
		expect(card.title).toBe(isReply ? "change steel en" : "story steel en");
		expect(id === standing[0]?.id).toBe(!isReply);
	}
});

test("a second change before the first was told renews the reply", () => {
	const post = posted(sent);
	const [reply] = planDeliveries(
		plan({ change: "material", standing: [post], story: story(2) }),
		at(60),
	);
	const standing = reply ? [reply, post] : [];
	const again = plan({ change: "material", standing, story: story(3) });
	expect(planDeliveries(again, at(61))).toMatchObject([
		{ id: reply?.id, edition: 2, card: { title: "change steel en" } },
	]);
});

test("a channel that never heard the story hears it with the next article", () => {
	const standing = [posted(sent)];
	const followers = [follower(desk), follower(other)];
	const later = plan({ change: "joined", standing, followers });
	expect(planDeliveries(later, at(60))).toMatchObject([
		{ channel: desk, edition: 2 },
		{ channel: other, edition: 1, card: { title: "story steel en" } },
	]);
});

test("an id is 24 hex characters, and differs by channel, subject and revision", () => {
	const ids = [
		deliveryId(desk, "s1", 1),
		deliveryId(other, "s1", 1),
		deliveryId(desk, "s2", 1),
		deliveryId(desk, "s1", 2),
	];
	expect(new Set(ids).size).toBe(4);
	for (const id of ids) expect(id).toMatch(/^[0-9a-f]{24}$/);
});
