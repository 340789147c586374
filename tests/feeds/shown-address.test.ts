import fc from "fast-check";
import { expect, test } from "vitest";
import type { Card } from "../../src/chat/card.ts";
import { feedsView } from "../../src/desk/feeds-view.ts";
import { unpolled } from "../../src/feeds/feed.ts";
import { feedFromUrl } from "../../src/feeds/feed-from-url.ts";
import { fetchFeed } from "../../src/feeds/fetch-feed.ts";
import { readOpml } from "../../src/feeds/opml.ts";
import { holdsSecret, shownAddress } from "../../src/feeds/shown-address.ts";
import { makeLog } from "../../src/log.ts";
import { sayIn } from "../../src/phrases/say.ts";
import { openCommandHouse } from "../commands/command-house.ts";

const secret = "s3cr3tw0rd";

/** Where addresses hide what only some may know. */
const addresses = [
	`https://reader:${secret}@wire.example/feed`,
	`https://${secret}@wire.example/feed?page=2`,
	...["token", "key", "api_key", "apikey", "access_token", "auth", "sig"].map(
		(name) => `https://wire.example/feed?page=2&${name}=${secret}`,
	),
];

test.each(addresses)(
	"shows %s without its secret, and nothing else changed",
	(url) => {
		expect(shownAddress(url)).not.toContain(secret);
		expect(shownAddress(url)).toMatch(/^https:\/\/wire\.example\/feed/);
		expect(holdsSecret(url)).toBe(true);
	},
);

test.each([
	"https://wire.example/feed?page=2&q=a%20b+c",
	"https://wire.example/feed?keywords",
	"not an address",
])("leaves %s as it is", (url) => {
	const isKept = url.includes("keywords") || shownAddress(url) === url;
	expect(isKept).toBe(true);
});

test("never shows a password, whatever it is", () => {
	const letters = fc.stringMatching(/^[A-Za-z0-9%!$&'()*+,;=:_~-]{8,30}$/);
	fc.assert(
		fc.property(letters, (password) => {
			const url = `https://reader:${password}@wire.example/feed`;
			expect(shownAddress(url)).toBe("https://wire.example/feed");
		}),
	);
});

/** Every place that prints a feed's address. */
const places: Readonly<Record<string, (url: string) => Promise<string>>> = {
	"/feeds list": async (url) => heard(url, "/feeds list"),
	"/feeds health": async (url) => heard(url, "/feeds health"),
	"/feeds remove": async (url) => heard(url, "/feeds remove wire"),
	"/feeds retry": async (url) => heard(url, "/feeds retry wire"),
	"/feeds add, known": async (url) => heard(url, `/feeds add ${url}`),
	"/feeds add, wrong": async (url) =>
		heard(url, `/feeds add ${url.replace("https", "ftp")}`),
	"/feeds retry by address": async (url) => heard(url, `/feeds retry ${url}x`),
	"the desk": async (url) =>
		feedsView(
			[
				{
					feed: { ...feedFromUrl(url), id: "wire" },
					state: { ...unpolled, trouble: "it answered 500", failures: 3 },
					...{ isWell: false, isSilent: false, isPushed: false, floods: [] },
				},
			],
			sayIn("en"),
		).toString(),
	"a feed's own id and title": async (url) => {
		const { id, title } = feedFromUrl(url);
		return `${id} ${title}`;
	},
	"a fetch that fails, and its log": async (url) => {
		let line = "";
		const log = makeLog("debug", (text) => {
			line += text;
		});
		const resolve = async () => [];
		const options = { allowPrivate: false, userAgent: "test", resolve };
		const fetching = fetchFeed({ id: "wire", url }, unpolled, options);
		const error = await fetching.catch((reason: unknown) => reason);
		log.warn("feed failed", { feedId: "wire", error });
		return `${String(error)} ${line}`;
	},
	"an entry of OPML that is wrong": async (url) => {
		const wrong = url.replace("https", "ftp").replaceAll("&", "&amp;");
		try {
			readOpml(`<opml><outline xmlUrl="${wrong}"/></opml>`);
			return "";
		} catch (error) {
			return String(error);
		}
	},
};

async function heard(url: string, line: string): Promise<string> {
	const { ask, feeds } = openCommandHouse();
	await feeds.keepFeed({ ...feedFromUrl(url), id: "wire", title: "The Wire" });
	await feeds.keepState("wire", {
		...unpolled,
		...{ trouble: "it answered 500", failures: 3, polledAt: new Date() },
	});
	const card: Card = await ask(line);
	return JSON.stringify(card);
}

test.each(Object.keys(places))("no secret is shown by %s", async (place) => {
	for (const url of addresses) {
		const shown = await places[place]?.(url);
		expect(shown).toMatch(/\S/);
		expect(shown).not.toContain(secret);
	}
});
