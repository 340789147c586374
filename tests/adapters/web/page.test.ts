import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import {
	afterAll,
	beforeAll,
	beforeEach,
	describe,
	expect,
	test,
} from "vitest";
import type { Card } from "../../../src/chat/card.ts";
import type { CommandSpec } from "../../../src/chat/command.ts";
import { unreadWords } from "../../contracts/card-words.ts";
import { cardGallery } from "../../fixtures/cards/card-gallery.ts";
import { makeWebHouse, type WebHouse } from "./web-house.ts";

const browser = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(
	existsSync,
);
const flags = [
	"--headless",
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];
const products = ["steel", "steel derivatives", "softwood lumber"];
const commands: readonly CommandSpec[] = [
	{
		name: "tariff",
		about: "web.emptyTariff",
		example: "/tariff steel",
		audience: "channel",
		right: "anyone",
		options: [
			{
				name: "product",
				about: "web.command",
				required: true,
				greedy: true,
				suggest: async (typed) =>
					products
						.filter((product) => product.startsWith(typed))
						.map((product) => ({ value: product, label: product })),
			},
		],
		subcommands: [],
	},
];

if (!browser) console.warn("chromium is not installed: the page is not tested");

describe.skipIf(!browser)("the chat page", { timeout: 30_000 }, () => {
	let house: WebHouse;
	let address: string;
	let profile: string;
	let context: BrowserContext;
	let page: Page;
	let faults: string[];
	let at = 0;
	let channel = "";

	beforeAll(async () => {
		house = makeWebHouse({ heartbeatMs: 200 });
		await house.platform.start(commands, async ({ line }) => ({
			card: {
				...saying(`Answer to ${line}`),
				actions: [{ label: "And lumber?", line: "/tariff lumber" }],
			},
			audience: "channel",
		}));
		address = await house.server.open();
		profile = await mkdtemp(join(tmpdir(), "tradewire-page-"));
		context = await chromium.launchPersistentContext(profile, {
			executablePath: browser ?? "",
			args: flags,
			viewport: { width: 1280, height: 800 },
		});
		context.setDefaultTimeout(10_000);
	}, 60_000);

	afterAll(async () => {
		await context.close();
		await house.platform.stop();
		await house.server.close();
		await rm(profile, { recursive: true, force: true });
	}, 30_000);

	beforeEach(async () => {
		faults = [];
		channel = `desk-${++at}`;
		page = await context.newPage();
		page.on("pageerror", ({ message }) => faults.push(message));
		page.on("console", (message) => {
			if (message.type() === "error") faults.push(message.text());
		});
		return async () => {
			await page.close();
			expect(faults).toEqual([]);
		};
	});

	const open = async () => {
		await page.goto(`${address}/#${channel}`);
		await page.waitForSelector('.live[data-state="live"]');
	};
	const post = (card: Card, key = `${channel} ${card.title.slice(0, 40)}`) =>
		house.platform.post({ platform: "web", id: channel }, card, key);
	const titles = () => page.locator(".card h3").allTextContents();

	test("completes a command as it is typed and shows its answer", async () => {
		await open();
		const input = page.getByRole("combobox");
		await input.fill("/ta");
		await page.getByRole("option", { name: "/tariff" }).waitFor();
		await input.press("Tab");
		await input.pressSequentially("ste");
		const offer = page.getByRole("option", { name: "steel derivatives" });
		await offer.waitFor();
		await input.press("ArrowDown");
		await input.press("ArrowDown");
		expect(await offer.getAttribute("aria-selected")).toBe("true");
		await input.press("Enter");
		expect(await input.inputValue()).toBe("/tariff steel derivatives ");
		await input.press("Escape");
		await input.press("Enter");
		await page.getByText("Answer to /tariff steel derivatives").waitFor();
	});

	test("runs a button's command line, and the examples of an empty channel", async () => {
		await open();
		await page.getByRole("button", { name: "/tariff steel" }).click();
		await page.getByText("Answer to /tariff steel").waitFor();
		await page.getByRole("button", { name: "And lumber?" }).click();
		await page.getByText("Answer to /tariff lumber").waitFor();
		expect(await page.locator(".empty").count()).toBe(0);
	});

	test("shows a live card, updates it in place and threads its reply", async () => {
		await open();
		const message = await post(saying("Steel at 25%"));
		await page.getByText("Steel at 25%").waitFor();
		await house.platform.update(message, saying("Steel at 50%"));
		await page.getByText("Steel at 50%").waitFor();
		expect(await titles()).toEqual(["Steel at 50%"]);
		expect(await page.locator(".updated").count()).toBe(1);
		const place = { platform: "web", id: channel };
		await house.platform.post(
			place,
			saying("In force"),
			`${channel} r`,
			message,
		);
		await page.locator(".thread").getByText("In force").waitFor();
	});

	test("keeps cards and one's own questions over a reload, and misses nothing", async () => {
		await post(saying("Before"));
		await open();
		await page.getByRole("combobox").fill("/tariff steel");
		await page.getByRole("combobox").press("Enter");
		await page.getByText("Answer to /tariff steel").waitFor();
		await page.goto("about:blank");
		await post(saying("Meanwhile"));
		await open();
		await page.getByText("Meanwhile").waitFor();
		await post(saying("Afterwards"));
		await page.getByText("Afterwards").waitFor();
		expect(await titles()).toEqual([
			"Before",
			"Answer to /tariff steel",
			"Meanwhile",
			"Afterwards",
		]);
	});

	test("counts what other channels heard", async () => {
		await open();
		const other = `${channel}-other`;
		await page.getByLabel("New channel name").fill(other);
		await page.getByLabel("New channel name").press("Enter");
		await page.getByRole("heading", { level: 1, name: `#${other}` }).waitFor();
		await post(saying("One"));
		await post(saying("Two"));
		const line = page.locator(".channels li", { hasText: `#${channel}2` });
		await line.waitFor();
		await line.getByRole("link").click();
		await page.getByText("Two").waitFor();
		expect(await page.locator(".badge", { hasText: "2" }).count()).toBe(0);
	});

	test("draws every word of every card in the gallery", async () => {
		const cards = Object.entries(cardGallery);
		for (const [name, card] of cards) await post(card, `${channel} ${name}`);
		await open();
		const drawn = page.locator(".card");
		await expect.poll(() => drawn.count()).toBe(cards.length);
		for (const more of await page.locator(".more").all()) await more.click();
		const texts = await drawn.evaluateAll((all) =>
			all.map((one) => {
				const pictures = [...one.querySelectorAll("img")];
				const leaves = [...one.querySelectorAll("*")].flatMap((each) =>
					each.children.length === 0 ? [each.textContent] : [],
				);
				return [...leaves, ...pictures.map(({ alt }) => alt)].join("\n");
			}),
		);
		const unread = cards.map(([, card], at) =>
			unreadWords(card, texts[at] ?? ""),
		);
		expect(unread.flat()).toEqual([]);
		expect(await page.locator(".card [hidden]").count()).toBe(0);
	});

	test("makes nothing of markup and dangerous addresses in a card", async () => {
		await post(cardGallery.markup ?? saying(""), `${channel} markup`);
		await post(
			cardGallery["dangerous addresses"] ?? saying(""),
			`${channel} urls`,
		);
		await open();
		await page
			.getByText("javascript:")
			.or(page.getByText("run me"))
			.first()
			.waitFor();
		const links = await page
			.locator(".card a")
			.evaluateAll((all) => all.map((one) => one.getAttribute("href")));
		expect(links).toEqual(["https://example.org/a?b=1&c=(2)|3>4"]);
		expect(await page.locator(".card script, .card img").count()).toBe(0);
	});

	test("keeps a date in a table on one line, however narrow", async () => {
		await page.setViewportSize({ width: 360, height: 740 });
		const column = (title: string) => ({ title, align: "left" as const });
		const row = [[{ text: "word ".repeat(80) }], [{ text: "2025-06-04" }]];
		const columns = [column("Layer"), column("Since")];
		await post(
			{ ...saying("Dated"), blocks: [{ kind: "table", columns, rows: [row] }] },
			`${channel} dated`,
		);
		await open();
		const cell = page.getByRole("cell", { name: "2025-06-04" });
		await cell.waitFor();
		const lines = await cell
			.locator(".words")
			.evaluate((words) => words.getClientRects().length);
		expect(lines).toBe(1);
	});

	test("has its channels in a drawer on a phone, and nothing wider than it", async () => {
		await page.setViewportSize({ width: 360, height: 740 });
		await post(cardGallery["wide table"] ?? saying(""), `${channel} wide`);
		await post(
			cardGallery["title of 5,000 characters"] ?? saying(""),
			`${channel} long`,
		);
		await open();
		const side = page.getByRole("navigation", { name: "Channels" });
		expect(await side.isVisible()).toBe(false);
		await page.getByRole("button", { name: "Show channels" }).click();
		await side.waitFor();
		await page.keyboard.press("Escape");
		await side.waitFor({ state: "hidden" });
		const wide = await page.evaluate("document.documentElement.scrollWidth");
		expect(wide).toBe(360);
		const middle = await page.evaluate(
			"document.querySelector('.scroller').scrollWidth",
		);
		expect(middle).toBeLessThanOrEqual(360);
	});

	test.each([
		["#%ZZ", "#general"],
		["#../../etc", "#etc"],
		["#%3Cimg%20src=x%3E", "#img-srcx"],
	])("makes of the address %s the channel %s", async (hash, name) => {
		await page.goto(`${address}/${hash}`);
		await page.getByRole("heading", { level: 1, name }).waitFor();
		await page.waitForSelector('.live[data-state="live"]');
	});

	test("goes round the themes", async () => {
		await open();
		const theme = () => page.evaluate("document.documentElement.dataset.theme");
		const toggle = page.locator(".theme");
		const seen: unknown[] = [];
		for (let press = 0; press < 3; press++) {
			seen.push(await theme());
			await toggle.click();
		}
		expect(seen).toEqual(["auto", "light", "dark"]);
	});
});

function saying(title: string): Card {
	const tone = "news";
	return { title, url: null, tone, blocks: [], actions: [], footer: null };
}
