import { expect, test } from "vitest";
import { articlesFrom } from "../../src/feeds/articles-from.ts";
import type { FetchedBytes } from "../../src/feeds/fetch-feed.ts";
import type { WantedPage } from "../../src/feeds/open-page.ts";
import { openPages } from "../../src/feeds/open-pages.ts";
import { parseFeed } from "../../src/feeds/parse-feed.ts";
import { pollFeed } from "../../src/flows/poll-feed.ts";
import { sendDeliveries } from "../../src/flows/send-deliveries.ts";
import { sweep } from "../../src/flows/sweep.ts";
import { tellStory } from "../../src/news/tell-story.ts";
import { at, desk, follow, openHouse } from "./house.ts";

const day = 24 * 3600;
const url = "https://customs.example/notices/menu-eng.html";

/** Each row: number, title, and its day, marked or not. */
type Row = readonly [number: string, title: string, day: string];

function page(rows: readonly Row[]): string {
	const lines = rows.map(
		([number, title, day]) =>
			`<tr><th><a href="cn${number}.html">${number}</a></th><td>Customs Notice ${number}: ${title}</td><td>${day}</td></tr>`,
	);
	return `<!doctype html><html lang="en"><title>Customs notices</title><table>${lines.join("")}</table>`;
}

/** Each notice's own page. */
async function readPage({ url, reader }: WantedPage) {
	const html = `<html><main><h1>Notice</h1><p>It says what ${url} says.</p></main></html>`;
	return parseFeed(Buffer.from(html), { url, reader });
}

/** A house whose one feed is a page of notices, in the hands of the real readers; what it shows is set by `show`. */
async function openCustoms() {
	const house = openHouse();
	const feed = {
		...{ id: "customs", url, title: "Customs", kind: "official" as const },
		...{ language: "en", verified: true, reader: "notices" as const },
	};
	await house.store.feeds.keepFeed(feed);
	await follow(house);
	let shown: readonly Row[] = [];
	const poll = {
		...house.poll,
		parseFeed,
		articlesFrom: async (...given: Parameters<typeof articlesFrom>) =>
			articlesFrom(...given),
		tellStory,
		openPages: (...given: Parameters<typeof house.poll.openPages>) =>
			openPages(...given, { readPage, log: house.poll.log }),
		async fetchFeed(): Promise<FetchedBytes> {
			const text = page(shown);
			return {
				...{ kind: "bytes", bytes: Buffer.from(text), hash: text, url },
				...{ contentType: "text/html", etag: null, lastModified: null },
				...{ links: { hubs: [], self: null }, freshMs: null },
				...{ movedTo: null, tookMs: 1 },
			};
		},
	};
	return {
		/** What was posted since the last showing. */
		async show(seconds: number, rows: readonly Row[]) {
			shown = rows;
			const before = house.slack.shown.length;
			await pollFeed(feed.id, poll, at(seconds));
			await sweep(house.sweep, at(seconds + 100));
			await sendDeliveries(desk, house.send, () => at(seconds + 100));
			return house.slack.shown
				.slice(before)
				.map(({ cards }) => cards.at(-1)?.title);
		},
	};
}

const steel = "United States Surtax Order (Steel 2026)";
const fees = "Sufferance Warehouse Fees";

test("a page of notices tells a new one, and each revision of a known one, once", async () => {
	const customs = await openCustoms();
	const known: Row[] = [
		["26-02", steel, "2026-10-01"],
		["26-01", fees, "2026-09-22"],
		["25-11", steel, "2025-03-13"],
	];
	expect(await customs.show(0, known)).toEqual([]);

	const steelTubes = "Steel Tubes Remission Order";
	const added: Row[] = [["26-03", steelTubes, "2026-10-08"], ...known];
	expect(await customs.show(day, added)).toEqual([
		`Customs Notice 26-03: ${steelTubes}`,
	]);

	const revise = (when: string): Row[] => [
		["26-02", steel, `<b>Revised</b><br><time>${when}</time>`],
		...added.filter(([number]) => number !== "26-02"),
	];
	const told = `Customs Notice 26-02: ${steel}`;
	expect(await customs.show(2 * day, revise("2026-10-09"))).toEqual([told]);
	expect(await customs.show(2.1 * day, revise("2026-10-09"))).toEqual([]);
	expect(await customs.show(3 * day, revise("2026-10-10"))).toEqual([
		`New: ${told}`,
	]);
	const old: Row = ["25-11", steel, "Revised 2026-10-11"];
	const all = [old, ...revise("2026-10-10").slice(0, -1)];
	expect(await customs.show(4 * day, all)).toEqual([
		`Customs Notice 25-11: ${steel}`,
	]);
});
