import { join } from "node:path";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { makeLimit } from "../chat/limit.ts";
import { serveStyle } from "../desk/serve-style.ts";
import { type Language, languages, sayIn } from "../phrases/say.ts";
import type { Book } from "../tariffs/book.ts";
import { comingDates } from "../tariffs/coming-dates.ts";
import { calendarIcs } from "./calendar-ics.ts";
import { type TariffPageTools, tariffPage } from "./tariff-page.ts";

export interface PageTools extends TariffPageTools {
	/** The book as it stands now. */
	book(): Book;
	now(): Date;
}

const style = join(import.meta.dirname, "page.css");
/** They tell what the tariff book says, to anyone. */
const door = { config: { door: "open" } } as const;
/** Of one address: a reader or a calendar asks far less, a machine that asks for everything has its time. */
const allowance = { burst: 1000, perSecond: 10 };
/** A calendar shows what lies ahead for a year, unless asked otherwise. */
const usualDays = 365;
const mostDays = 1000;

/** Adds the pages that anyone may link to, print and follow: /tariff/<product> and /calendar.ics. */
export function pageRoutes(http: FastifyInstance, tools: PageTools): void {
	const isWithin = makeLimit(allowance);
	const open = {
		...door,
		async onRequest({ ip }: FastifyRequest, reply: FastifyReply) {
			if (!isWithin(ip))
				return reply.code(429).header("retry-after", "10").send();
		},
	};
	http.get<{
		Params: { product: string };
		Querystring: Record<string, unknown>;
	}>("/tariff/:product", open, async ({ params, query }, reply) => {
		const page = await tariffPage(params.product, query, tools);
		return reply
			.code(page.status)
			.type("text/html; charset=utf-8")
			.send(page.html);
	});
	http.get<{ Querystring: Record<string, unknown> }>(
		"/calendar.ics",
		open,
		async ({ query }, reply) => {
			const now = tools.now();
			const say = sayIn(languageOf(query));
			const after = now.toISOString().slice(0, 10);
			const ahead = comingDates(tools.book(), {
				after,
				days: daysOf(query),
				say,
			});
			return reply
				.type("text/calendar; charset=utf-8")
				.send(calendarIcs(ahead, { say, now }));
		},
	);
	serveStyle(http, "/pages/page.css", { ...open, file: style });
}

function languageOf({ lang }: Readonly<Record<string, unknown>>): Language {
	return languages.find((one) => one === lang) ?? "en";
}

/** What is no number of days from 1 to 1000 is taken as a year. */
function daysOf({ days }: Readonly<Record<string, unknown>>): number {
	const typed = Number(days);
	const isFit = Number.isInteger(typed) && typed >= 1 && typed <= mostDays;
	return isFit ? typed : usualDays;
}
