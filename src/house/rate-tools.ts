import type { RateTools } from "../flows/watch-rates.ts";
import type { Book } from "../tariffs/book.ts";
import { bookVerifiedTo } from "../tariffs/book-verified-to.ts";
import {
	type RateQuestion,
	type RateStep,
	rateTimeline,
} from "../tariffs/rate-timeline.ts";
import type { HouseNeeds } from "./open-house.ts";
import { rateWords } from "./rate-words.ts";

/** Binds the watching of rates to the book as it stands. */
export function rateTools(
	{ config, store, log, enqueueChannels }: HouseNeeds,
	{ book, now }: { book(): Book; now(): Date },
): RateTools {
	const publicUrl = config.TRADEWIRE_PUBLIC_URL;
	return {
		...store,
		...rateWords({ book, now, publicUrl }),
		timeline: (question) => timelineIn(book(), question),
		edition: () => bookVerifiedTo(book()),
		enqueueChannels,
		log,
	};
}

const timelines = new WeakMap<Book, Map<string, readonly RateStep[] | null>>();

/** Each question is answered once for each book. */
function timelineIn(book: Book, question: RateQuestion) {
	const known =
		timelines.get(book) ?? new Map<string, readonly RateStep[] | null>();
	timelines.set(book, known);
	const { goods, importer, origin } = question;
	const key = [goods, importer, origin].join("\n");
	const steps = known.get(key) ?? rateTimeline(question, book);
	known.set(key, steps);
	return steps;
}
