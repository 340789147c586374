import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask } from "../fakes/chat-client.ts";
import { type FeedServer, serveFeeds } from "../fakes/feed-server.ts";
import {
	newHome,
	type RunningTradewire,
	startTradewire,
	ticks,
} from "../fakes/tradewire-process.ts";

const browserPath = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(
	existsSync,
);
const flags = [
	...["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"],
	...["--disable-background-networking", "--disable-component-update"],
	...["--disable-sync", "--disable-quic"],
];
const adminToken = "correct-horse-battery";
/** What a headline would do, if anything let it. */
const attack = "document.title='pwned';alert(1)";
const attacks = [
	`<script>${attack}</script>`,
	`<img src=x onerror="${attack}">`,
	`<svg/onload=${attack}>`,
	`"><iframe srcdoc="<script>parent.${attack}</script>"></iframe>`,
	`<a href="javascript:${attack}">read on</a>`,
	`<style>*{display:none}</style><link rel=stylesheet href=//evil.example/x>`,
	`{{constructor.constructor("${attack}")()}}`,
	`<meta http-equiv=refresh content="0;url=javascript:${attack}">`,
];

if (!browserPath) console.warn("skipped, chromium missing: browser");

describe.skipIf(!browserPath)(
	"a reader's browser",
	{ timeout: 120_000 },
	() => {
		let feeds: FeedServer;
		let tradewire: RunningTradewire;
		let browser: Browser;

		beforeAll(async () => {
			feeds = await serveFeeds();
			tradewire = await startTradewire({ env: settingsFor(feeds) });
			const executablePath = browserPath ?? "";
			browser = await chromium.launch({ executablePath, args: flags });
		}, 120_000);

		afterAll(async () => {
			await browser?.close();
			await tradewire?.stop();
			await feeds?.close();
		}, 60_000);

		test("logs in, and runs no script of a headline on any page of ours", async () => {
			const { address } = tradewire;
			const headers = { authorization: `Bearer ${adminToken}` };
			const house = { address, headers };
			await ask(house, "news", "/subscribe steel-tariffs");
			await askedTwice(feeds);
			attacks.forEach((text, at) => {
				feeds.publish("wire", hostileItem(text, at));
			});

			const page = await browser.newPage();
			const seen = await watched(page);
			await page.goto(`${address}/#news`);
			expect(new URL(page.url()).pathname).toBe("/login");
			await page.getByLabel("Admin token").fill(adminToken);
			await page.getByRole("button", { name: "Log in" }).click();
			await page.waitForSelector('.live[data-state="live"]');
			await page.goto(`${address}/#news`);
			const cards = page.locator(".card");
			await expect
				.poll(() => cards.count(), { timeout: 30_000 })
				.toBe(attacks.length);
			// What is not taken away as markup is told as words.
			const told = (await cards.allTextContents()).join();
			expect(told).toContain("{{constructor.constructor");
			expect(told).toContain("<svg/onload");
			expect(await page.title()).not.toContain("pwned");

			const product = encodeURIComponent(attacks[0] ?? "");
			for (const path of ["/desk", `/tariff/${product}`, "/login"]) {
				await page.goto(address + path);
				expect(await page.title()).not.toContain("pwned");
			}
			expect(seen()).toEqual({ reports: [], dialogs: [], foreign: [] });
			await page.close();
		});

		test("would report a script, a style or an address that our policy refuses", async () => {
			const page = await browser.newPage();
			const seen = await watched(page);
			await page.goto(`${tradewire.address}/login`);
			await page.evaluate(`
				const add = (tag, more) =>
					document.body.append(Object.assign(document.createElement(tag), more));
				add("style", { textContent: "*{color:red}" });
				add("img", { src: "https://evil.example/x.png" });
				try {
					document.body.setAttribute("onclick", "alert(1)");
				} catch {}
				document.body.click();
			`);
			await expect
				.poll(() => seen().reports.sort())
				.toEqual(["img-src", "require-trusted-types-for", "style-src-elem"]);
			expect(seen().dialogs).toEqual([]);
			await page.close();
		});

		test("ends its session everywhere, its open stream too", async () => {
			const context = await browser.newContext();
			const [chat, desk] = [await context.newPage(), await context.newPage()];
			await chat.goto(tradewire.address);
			await chat.getByLabel("Admin token").fill(adminToken);
			await chat.keyboard.press("Enter");
			await chat.waitForSelector('.live[data-state="live"]');
			await desk.goto(`${tradewire.address}/desk`);
			await desk.getByRole("link", { name: "Log out" }).click();
			await desk.getByRole("button", { name: "Log out everywhere" }).click();
			await desk.getByLabel("Admin token").waitFor();
			await chat.getByLabel("Admin token").waitFor({ timeout: 20_000 });
			await context.close();
		});
	},
);

/** What the page's policy refused, what spoke up, and what was asked of others. */
async function watched(page: Page) {
	const reports: string[] = [];
	const dialogs: string[] = [];
	const foreign: string[] = [];
	await page.exposeFunction("report", (what: string) => reports.push(what));
	await page.addInitScript(
		'document.addEventListener("securitypolicyviolation", (event) => report(event.effectiveDirective));',
	);
	page.on("dialog", (dialog) => {
		dialogs.push(dialog.message());
		void dialog.dismiss();
	});
	page.on("response", (response) => {
		const { hostname, protocol } = new URL(response.url());
		if (hostname !== "127.0.0.1" && protocol !== "data:")
			foreign.push(response.url());
	});
	return () => ({ reports: [...reports], dialogs, foreign });
}

/** As an outlet that was broken into would write it, plainly and escaped. */
function hostileItem(text: string, at: number) {
	const escaped = text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;");
	const twice = escaped.replaceAll("&", "&amp;");
	const goods = ["rails", "pipe", "wire", "coils", "plate", "bars", "beams"];
	return {
		id: `attack-${at}`,
		title: `Steel tariffs on ${goods[at] ?? "nails"} ${at % 2 ? escaped : twice} are ${20 + at} per cent`,
		text: `<![CDATA[${text} The tariffs on imported steel ${goods[at] ?? "nails"} ${text} were set at ${20 + at} per cent in case ${at}.]]>`,
	};
}

/** Its first poll only learns what is there. */
async function askedTwice(feeds: FeedServer): Promise<void> {
	for await (const _ of ticks(60_000)) if (feeds.asked("wire") >= 3) return;
	throw new Error("the feed was not asked");
}

function settingsFor(feeds: FeedServer) {
	const home = newHome();
	const file = join(home, "feeds.json");
	const url = feeds.url("wire");
	writeFileSync(file, JSON.stringify([{ id: "wire", url, title: "Wire" }]));
	return {
		TRADEWIRE_HOME: home,
		TRADEWIRE_FEEDS: file,
		TRADEWIRE_POLL_SECONDS: "1",
		TRADEWIRE_ALLOW_PRIVATE_FEEDS: "1",
		TRADEWIRE_ADMIN_TOKEN: adminToken,
	};
}
