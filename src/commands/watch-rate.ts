import { randomUUID } from "node:crypto";
import { answerCard } from "../cards/answer-card.ts";
import { languageOf } from "../cards/topic-name.ts";
import { watchedCard } from "../cards/watched-card.ts";
import type { Card } from "../chat/card.ts";
import type { Request } from "../chat/command.ts";
import { formatCommandLine } from "../chat/format-command-line.ts";
import { Mistake } from "../chat/mistake.ts";
import { answerTariff } from "../tariffs/answer-tariff.ts";
import { bookVerifiedTo } from "../tariffs/book-verified-to.ts";
import { countryName } from "../tariffs/countries.ts";
import { goodsKey, goodsName } from "../tariffs/goods-name.ts";
import { importerDay } from "../tariffs/importer-day.ts";
import { toldOn } from "../tariffs/rate-news.ts";
import { type RateQuestion, rateTimeline } from "../tariffs/rate-timeline.ts";
import type { SubscriptionMode } from "../topics/subscription.ts";
import type { CommandTools } from "./command-tools.ts";
import { goodsMeant } from "./goods-meant.ts";
import { requireReach } from "./require-reach.ts";
import { sidesOf } from "./tariff-sides.ts";
import { namesOf, watchLine } from "./watch-names.ts";

type WatchTools = Pick<CommandTools, "book" | "rateWatches" | "examineChannel">;

/** `/subscribe tariff:<goods>`: this channel hears when the duty changes. */
export async function watchRate(
	request: Request,
	asked: SubscriptionMode | undefined,
	tools: WatchTools,
): Promise<Card> {
	const { channel, say, now } = request;
	const book = tools.book();
	const question = questionMeant("subscribe", request, tools);
	const steps = rateTimeline(question, book);
	if (steps === null) throw nothingHeld(question, request);
	await requireReach(request, tools);
	const before = await standing(question, request, tools);
	const mode = asked ?? before?.mode ?? "live";
	const today = importerDay(now, question.importer);
	await tools.rateWatches.watch(
		{
			...{ ...question, id: randomUUID(), channel, mode },
			...{ since: now, revision: 0 },
		},
		{ ...toldOn(steps, today), edition: bookVerifiedTo(book) },
	);
	const { goods: query, importer, origin } = question;
	const asking = { query, importer, origin, on: today, say };
	const language = languageOf(say);
	return watchedCard({
		...{ question, steps, mode, today, language, say },
		name: goodsName(query, language, book),
		answer: answerTariff(asking, book, now),
		hasDigest: request.settings.digest !== null,
	});
}

/** `/unsubscribe tariff:<goods>`: it hears no more of it. */
export async function unwatchRate(
	request: Request,
	tools: WatchTools,
): Promise<Card> {
	const { channel, say } = request;
	const question = questionMeant("unsubscribe", request, tools);
	const wasWatched = await tools.rateWatches.unwatch(channel, question);
	const names = namesOf(question, request, tools);
	if (!wasWatched) {
		const watched = await tools.rateWatches.of(channel);
		const lines = watched.map((one) => watchLine("unsubscribe", one));
		const nearest = lines.length > 0 ? lines : ["/subscriptions"];
		throw new Mistake("rates.notWatched", names, { nearest });
	}
	const line = watchLine("subscribe", question);
	return answerCard(say("rates.unwatched", names), {
		tone: "done",
		actions: [{ label: say("commands.undoLabel"), line }],
	});
}

/** Understands goods and countries as `/tariff` does, and names the goods so that they mean one thing. */
function questionMeant(
	command: "subscribe" | "unsubscribe",
	request: Request,
	{ book }: Pick<CommandTools, "book">,
): RateQuestion {
	const { options } = request;
	const goods = goodsMeant(options.tariff ?? "", book(), (tariff) =>
		formatCommandLine(command, null, { ...options, tariff }),
	);
	const key = goodsKey(goods);
	const isHeld = (sides: Omit<RateQuestion, "goods">) =>
		rateTimeline({ goods: key, ...sides }, book()) !== null;
	return { goods: key, ...sidesOf(request, goods.origin, isHeld) };
}

async function standing(
	{ goods, importer, origin }: RateQuestion,
	{ channel }: Request,
	{ rateWatches }: WatchTools,
) {
	const watched = await rateWatches.of(channel);
	return watched.find(
		(one) =>
			one.goods === goods && one.importer === importer && one.origin === origin,
	);
}

function nothingHeld({ importer, origin }: RateQuestion, { say }: Request) {
	const language = languageOf(say);
	return new Mistake("tariffs.mistake.nothingHeld", {
		importer: countryName(importer, language),
		origin: countryName(origin, language),
	});
}
