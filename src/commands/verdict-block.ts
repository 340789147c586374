import { dateTimeText } from "../cards/date-text.ts";
import { topicName } from "../cards/topic-name.ts";
import { type Block, textBlock } from "../chat/card.ts";
import type { Request } from "../chat/command.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import type { CommandTools } from "./command-tools.ts";
import type { WhyCase } from "./why-case.ts";

/** What became of a story for this channel, and the reason, in a sentence. */
export async function verdictBlock(
	known: WhyCase,
	request: Request,
	tools: CommandTools,
): Promise<Block> {
	const [latest] = known.deliveries;
	return textBlock(
		latest
			? deliveryText(latest, request)
			: await silenceText(known, request, tools),
	);
}

function deliveryText(delivery: Delivery, { settings, say }: Request): string {
	const { state, reason, sentAt } = delivery;
	const { zone } = settings;
	return say("commands.whyDelivery", {
		// ICU takes no hyphen in what it selects by.
		state: state.replaceAll("-", "_"),
		at: sentAt ? dateTimeText(sentAt, zone) : "",
		zone,
		reason: reason ?? "",
		hasReason: String(reason !== null),
	});
}

async function silenceText(
	known: WhyCase,
	{ say }: Request,
	tools: CommandTools,
): Promise<string> {
	const { met, followed } = known;
	if (met.length === 0) return say("commands.whyNoTopic");
	const here = met.filter(({ id }) => followed.has(id));
	const names = (topics: typeof met) =>
		topics.map((topic) => topicName(topic, say)).join(", ");
	if (here.length === 0) {
		return say("commands.whyNotFollowed", { topics: names(met) });
	}
	if (await isFirstPoll(known, tools)) return say("commands.whyFirstPoll");
	const toldAt = known.story.lastToldAt;
	const since = here.flatMap(({ id }) => followed.get(id)?.since ?? []);
	if (since.every((start) => start > toldAt)) {
		return say("commands.whyBefore", { topics: names(here) });
	}
	if (here.every(({ id }) => followed.get(id)?.mode === "digest")) {
		return say("commands.whyDigest", { topics: names(here) });
	}
	return say("commands.whyNothing", { topics: names(here) });
}

/** What a feed held at its first poll is kept and not told. */
async function isFirstPoll(
	{ articles }: WhyCase,
	tools: CommandTools,
): Promise<boolean> {
	const checks = articles.map(async ({ article }) => {
		const { primedAt } = await tools.feeds.state(article.feedId);
		return primedAt !== null && article.detected <= primedAt;
	});
	const answers = await Promise.all(checks);
	return answers.length > 0 && answers.every((isFirst) => isFirst);
}
