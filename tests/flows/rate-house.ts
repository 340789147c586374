import type { ChannelRef } from "../../src/chat/channel.ts";
import type { RateWatch } from "../../src/deliveries/rate-watch.ts";
import type { RateToTell } from "../../src/flows/tell-rate.ts";
import { type RateTools, watchRates } from "../../src/flows/watch-rates.ts";
import { makeLog } from "../../src/log.ts";
import { importerDay } from "../../src/tariffs/importer-day.ts";
import { toldOn } from "../../src/tariffs/rate-news.ts";
import type { RateStep } from "../../src/tariffs/rate-timeline.ts";
import { inMemoryStore } from "../fakes/in-memory-store.ts";
import { stepsOf } from "../tariffs/rate-steps.ts";
import { card, desk } from "./house.ts";

/** The book that the tests begin with. */
const doubled = stepsOf(["2025-03-12", 25], ["2025-06-04", 50]);
export const steel = { goods: "steel", importer: "US", origin: "CA" };

/** Twins and a book of one question, in which rates are watched. */
export function openRateHouse() {
	const store = inMemoryStore();
	const errors: string[] = [];
	const enqueued: ChannelRef[] = [];
	const asked: string[] = [];
	const book = {
		steps: doubled as readonly RateStep[] | null,
		edition: "2025-06-01",
	};
	const tools: RateTools = {
		...store,
		timeline({ goods }) {
			asked.push(goods);
			if (goods === "broken") throw new Error("no such book");
			return book.steps;
		},
		edition: () => book.edition,
		rateCard: (told) => card(words(told)),
		rateNotice: (told) => ({ title: words(told), url: null, source: "Proc." }),
		enqueueChannels: async (due) =>
			void enqueued.push(...due.map(({ channel }) => channel)),
		log: makeLog("error", (line) => errors.push(line)),
	};
	return {
		...{ store, tools, book, errors, enqueued, asked },
		/** Runs the flow at an instant. */
		look: (instant: string, hands: RateTools = tools) => {
			const now = new Date(instant);
			return watchRates(hands, { law: now, now });
		},
		/** Everything posted so far, in order. */
		told: (channel = desk) =>
			[...store.tables.deliveries.values()]
				.filter((one) => one.channel.id === channel.id)
				.map((one) => one.card.title),
		async watch(instant: string, changes: Partial<RateWatch> = {}) {
			const since = new Date(instant);
			const watch: RateWatch = {
				...{ ...steel, id: `w${changes.channel?.id ?? ""}`, channel: desk },
				...{ mode: "live", since, revision: 0, ...changes },
			};
			const today = importerDay(since, watch.importer);
			const { edition } = book;
			const told = { ...toldOn(book.steps ?? [], today), edition };
			await store.rateWatches.watch(watch, told);
		},
	};
}

export type RateHouse = ReturnType<typeof openRateHouse>;

function words({ news, late, language }: RateToTell): string {
	const day = news.kind === "correction" ? news.days[0]?.from : news.date;
	const tongue = language === "en" ? "" : ` ${language}`;
	return `${news.kind} ${day}${late ? " late" : ""}${tongue}`;
}
