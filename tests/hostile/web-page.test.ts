import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeWebHouse, type WebHouse } from "../adapters/web/web-house.ts";
import { hostileCard } from "./hostile-card.ts";
import { namedTexts } from "./hostile-texts.ts";
import { hostileAddresses } from "./markup-texts.ts";

const browser = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(
	existsSync,
);
const flags = [
	...["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"],
	...["--disable-background-networking", "--disable-component-update"],
	...["--disable-sync", "--disable-quic"],
];
/** What a card of ours is drawn with. */
const ourTags = new Set(
	"A ARTICLE BDI BUTTON CODE DD DIV DL DT FIGURE H3 H4 IMG LI P SECTION SPAN STRONG TABLE TBODY TD TH THEAD TIME TR UL".split(
		" ",
	),
);
/** As many as the page has of a channel's past. */
const mostCards = 150;

if (!browser) console.warn("chromium is not installed: the page is not tested");

describe.skipIf(!browser)(
	"a stranger's text in a browser",
	{ timeout: 120_000 },
	() => {
		let house: WebHouse;
		let address: string;
		let profile: string;
		let context: BrowserContext;

		beforeAll(async () => {
			house = makeWebHouse();
			await house.platform.start([], async () => {
				throw new Error("nobody asks");
			});
			address = await house.server.open();
			profile = await mkdtemp(join(tmpdir(), "tradewire-hostile-"));
			context = await chromium.launchPersistentContext(profile, {
				executablePath: browser ?? "",
				args: flags,
			});
		}, 60_000);

		afterAll(async () => {
			await context.close();
			await house.platform.stop();
			await house.server.close();
			await rm(profile, { recursive: true, force: true });
		}, 30_000);

		const shares = Array.from(
			{ length: Math.ceil(namedTexts.length / mostCards) },
			(_, at) => namedTexts.slice(at * mostCards, (at + 1) * mostCards),
		);

		test.each([
			...shares.map((share, at) => ({
				channel: `texts-${at}`,
				cards: share.map(([, text]) => hostileCard(text)),
			})),
			{
				channel: "addresses",
				cards: hostileAddresses.map((url) => hostileCard("Steel", url)),
			},
		])(
			"is drawn as words, runs nothing and asks for nothing: $channel",
			async ({ channel, cards }) => {
				const place = { platform: "web", id: channel };
				for (const [at, card] of cards.entries())
					await house.platform.post(place, card, `${channel} ${at}`);
				const page = await context.newPage();
				const faults: string[] = [];
				page.on("pageerror", ({ message }) => faults.push(message));
				page.on("dialog", (dialog) => {
					faults.push(dialog.message());
					void dialog.dismiss();
				});
				page.on("console", (message) => {
					if (message.type() === "error") faults.push(message.text());
				});
				page.on("request", (request) => {
					const url = request.url();
					if (!url.startsWith(address) && !url.startsWith("data:"))
						faults.push(url);
				});
				await page.goto(`${address}/#${channel}`);
				const drawn = page.locator(".card");
				await expect
					.poll(() => drawn.count(), { timeout: 60_000 })
					.toBe(cards.length);
				const found = await page.locator(".card *").evaluateAll((all) => ({
					tags: [...new Set(all.map((one) => one.tagName))],
					handlers: all.flatMap((one) =>
						one
							.getAttributeNames()
							.filter((name: string) => /^(?:on|style)/.test(name)),
					),
					links: all.flatMap((one) => one.getAttribute("href") ?? []),
				}));
				expect(found.tags.filter((tag) => !ourTags.has(tag))).toEqual([]);
				expect(found.handlers).toEqual([]);
				expect(found.links.filter((to) => !/^https?:\/\//i.test(to))).toEqual(
					[],
				);
				expect(faults).toEqual([]);
				await page.close();
			},
		);
	},
);
