import { setImmediate as breathe } from "node:timers/promises";
import type { Channels } from "../chat/channel.ts";
import { morningDay } from "../deliveries/morning-day.ts";
import {
	type RateState,
	type RateWatch,
	type RateWatches,
	type StandingQuestion,
	toldId,
} from "../deliveries/rate-watch.ts";
import type { Log } from "../log.ts";
import { importerDay, importerZone } from "../tariffs/importer-day.ts";
import { rateNews, toldOn } from "../tariffs/rate-news.ts";
import type { RateQuestion, RateStep } from "../tariffs/rate-timeline.ts";
import { type SettingsOf, settingsOnce } from "./settings-once.ts";
import type { EnqueueChannels } from "./sweep.ts";
import {
	eachOnce,
	lateness,
	type RateClock,
	type RateWords,
	sharedWords,
	tellRate,
} from "./tell-rate.ts";

/** What watching rates needs of the house. */
export interface RateTools extends RateWords {
	readonly rateWatches: RateWatches;
	readonly channels: Pick<Channels, "all">;
	/** The answer to a question on all days, from the book as it stands; null where it holds none. */
	timeline(question: RateQuestion): readonly RateStep[] | null;
	/** The day to which the book as it stands has been verified. */
	edition(): string;
	readonly enqueueChannels: EnqueueChannels;
	readonly log: Log;
}

/** So many are told in one transaction. */
const mostAtOnce = 500;

/**
 * Tells those who watch a rate that the book's answer changes. Questions are
 * looked at once however many watch them, and a watch is told once however
 * often this runs: what it was told is kept with its deliveries. One question
 * that fails keeps none of the others.
 */
export async function watchRates(
	tools: RateTools,
	clock: RateClock,
): Promise<void> {
	const settings = settingsOnce(tools.channels);
	for (const standing of await tools.rateWatches.standing()) {
		// Thousands of questions are answered without keeping the chat waiting.
		await breathe();
		try {
			await watchQuestion({ standing, tools, clock, settings });
		} catch (error) {
			tools.log.error("rate not watched", { ...standing.question, error });
		}
	}
}

interface Watching {
	readonly standing: StandingQuestion;
	readonly tools: RateTools;
	readonly clock: RateClock;
	/** Asked for only when somebody is to be told. */
	settings(): Promise<SettingsOf>;
}

async function watchQuestion(watching: Watching): Promise<void> {
	const { standing, tools, clock } = watching;
	const { question } = standing;
	const steps = tools.timeline(question);
	// Goods that left the book change nothing that was said of them.
	if (steps === null) return;
	const today = importerDay(clock.law, question.importer);
	const edition = tools.edition();
	const now = { ...toldOn(steps, today), edition };
	if (toldId(now) === standing.toldId) return;
	const told = await tools.rateWatches.told(standing.toldId);
	// While processes are renewed one by one, an older book corrects no newer one.
	if (told === null || told.edition > edition) return;
	const isAmended = JSON.stringify(told.steps) !== JSON.stringify(steps);
	const settingsOf = await watching.settings();
	const law = importerZone(question.importer);
	const morningIn = eachOnce((channel: string) =>
		morningDay(clock.law, { law, channel }),
	);
	// What the calendar brings waits for each channel's morning; what people changed does not.
	const dayFor = ({ channel }: RateWatch) =>
		isAmended ? today : morningIn(settingsOf(channel).zone);
	const watches = await tools.rateWatches.watching(standing);
	for (const [day, group] of Map.groupBy(watches, dayFor)) {
		const round = { ...watching, told, steps, day, settingsOf };
		await tellGroup(round, group);
	}
}

interface Round extends Watching {
	readonly told: RateState;
	readonly steps: readonly RateStep[];
	/** Up to which it is told, `YYYY-MM-DD` in the importer's zone. */
	readonly day: string;
	readonly settingsOf: SettingsOf;
}

async function tellGroup(
	{ standing, tools, clock, told, steps, day, settingsOf }: Round,
	watches: readonly RateWatch[],
): Promise<void> {
	const reached = { ...toldOn(steps, day), edition: tools.edition() };
	// What was amended was told up to the day itself, ahead of the morning.
	const next = reached.day > told.day ? reached : { ...reached, day: told.day };
	if (toldId(next) === standing.toldId) return;
	const { question } = standing;
	const news = rateNews(told, steps, day);
	const words = sharedWords(tools);
	const isLate = lateness(question, clock);
	for (let at = 0; at < watches.length; at += mostAtOnce) {
		const some = watches.slice(at, at + mostAtOnce);
		const tellings = some.map((watch) =>
			tellRate(watch, settingsOf(watch.channel), {
				...{ question, news, now: clock.now, words, isLate },
			}),
		);
		const { now } = clock;
		const round = { standing, told: next, tellings, now };
		const ids = await tools.rateWatches.tell(round);
		const counts = { news: news.length, watches: ids.length };
		tools.log.info("rate told", { ...question, ...counts });
		const live = some.filter(({ mode }) => mode !== "digest");
		const due = live.map(({ channel }) => ({ channel, at: now }));
		if (news.length > 0) await tools.enqueueChannels(due, "rate");
	}
}
