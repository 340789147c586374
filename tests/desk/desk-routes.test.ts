import fastify from "fastify";
import { describe, expect, test, vi } from "vitest";
import {
	type ChannelSettings,
	defaultChannelSettings,
} from "../../src/chat/channel.ts";
import type { Delivery, DeliveryState } from "../../src/deliveries/delivery.ts";
import { deskRoutes } from "../../src/desk/desk-routes.ts";
import type { DeskTools } from "../../src/desk/desk-tools.ts";
import { type Feed, type FeedState, unpolled } from "../../src/feeds/feed.ts";
import type { HubLease } from "../../src/feeds/hub-lease.ts";
import { makeLog } from "../../src/log.ts";
import { sayIn } from "../../src/phrases/say.ts";
import { readBook } from "../../src/tariffs/book.ts";

const now = new Date("2026-10-07T12:00:00Z");
const feeds: readonly Feed[] = [
	feed("cbc", "CBC News"),
	feed("wto", "WTO <script>alert(1)</script> & more"),
	feed("new", "Brand new"),
	feed("still", "Still there"),
];
const states: Readonly<Partial<Record<string, FeedState>>> = {
	cbc: { ...unpolled, polledAt: now, workedAt: now },
	wto: {
		...unpolled,
		polledAt: now,
		failures: 3,
		trouble: "The server answered 503",
		restUntil: new Date("2026-10-07T13:30:00Z"),
	},
	still: {
		...unpolled,
		...{ polledAt: now, workedAt: now, intervalMs: 450_000 },
		...{ bytes: 41_200, tookMs: 85, gapMs: 86_400_000 },
		newestAt: new Date("2026-10-01T08:00:00Z"),
	},
};
const lease: HubLease = {
	...{ feedId: "cbc", hub: "https://hub.example/", token: "t" },
	...{ topic: "https://cbc.example/feed", callback: null, state: "active" },
	...{ askedAt: now, askAt: now, failures: 0, trouble: null },
	...{ leaseUntil: new Date("2026-10-09"), pushedAt: null, missedAt: null },
};
const counts: Readonly<Record<DeliveryState, number>> = {
	queued: 2,
	sending: 1,
	sent: 1234,
	held: 0,
	"caught-up": 0,
	dropped: 0,
	unknown: 0,
	dead: 1,
};

function feed(id: string, title: string): Feed {
	const url = `https://${id}.example/feed`;
	const [kind, language] = ["media", "en"] as const;
	return { id, title, url, kind, language, verified: true };
}

function dead(title: string): Delivery {
	return {
		id: "d1",
		channel: { platform: "web", id: "general" },
		kind: "story",
		subject: "s1",
		revision: 1,
		shows: null,
		card: {
			title,
			url: null,
			tone: "news",
			blocks: [],
			actions: [],
			footer: null,
		},
		edition: 1,
		sentEdition: 0,
		replyTo: null,
		state: "dead",
		reason: "refused: card too <b>long</b>",
		flood: null,
		message: null,
		attempts: 1,
		notBefore: now,
		createdAt: now,
		sentAt: null,
	};
}

const open = defaultChannelSettings;
const reason = "the channel is archived: <b>unarchive</b> it";
const closed: ChannelSettings = { ...open, suspended: { reason, since: now } };

const away = async () => {
	throw new Error("connection refused");
};
const silent = () => new Promise<never>(() => {});

/** Who may pass each route, by the last house that was asked. */
const doors = new Map<string, string | undefined>();

async function get(path: string, changes: Partial<DeskTools> = {}) {
	const http = fastify();
	http.addHook("onRoute", ({ method, url, config }) => {
		if (method !== "HEAD") doors.set(`${method} ${url}`, config?.door);
	});
	deskRoutes(http, {
		hasLogin: true,
		pingStore: async () => {},
		pingQueue: async () => {},
		queueCounts: async () => ({ poll: { active: 1, failed: 0 } }),
		feeds: {
			feeds: async () => feeds,
			state: async (id) => states[id] ?? unpolled,
		},
		hubLeases: { all: async () => [lease] },
		ledger: {
			counts: async () => counts,
			newest: async (state) =>
				state === "dead"
					? [dead('Hostile "><img src=x onerror=alert(1)>')]
					: [],
		},
		floods: { open: async () => [] },
		channels: {
			all: async () => [
				{ channel: { platform: "web", id: "open" }, settings: open },
				{ channel: { platform: "slack", id: "T1/C7" }, settings: closed },
			],
		},
		archive: { counts: async () => ({ articles: 1500, stories: 900 }) },
		bookChanges: { proposals: async () => [] },
		book: readBook,
		ask: () => Promise.reject(new Error("nobody asks")),
		version: "1.2.3",
		startedAt: new Date("2026-10-06T09:58:00Z"),
		now: () => now,
		say: sayIn("en"),
		log: makeLog("error", () => {}),
		...changes,
	});
	return http.inject({ path });
}

test("is alive while the process answers, whatever is away", async () => {
	const answer = await get("/healthz", { pingStore: away, pingQueue: away });
	expect(answer.statusCode).toBe(200);
});

test("is for those who manage, its figures for those who read them, and health for anyone", async () => {
	await get("/healthz");
	expect(Object.fromEntries(doors)).toEqual({
		"GET /healthz": "open",
		"GET /readyz": "open",
		"GET /metrics": "figures",
		"GET /desk": "managers",
		"POST /desk/proposals": "managers",
		"POST /desk/floods": "managers",
		"GET /desk/desk.css": undefined,
	});
});

describe("readiness", () => {
	test("is 200 when the store and the queue answer", async () => {
		const answer = await get("/readyz");
		expect(answer.statusCode).toBe(200);
		expect(answer.json()).toEqual({ ready: true, reasons: [] });
	});

	test("is 503 with a sentence for each that does not", async () => {
		const answer = await get("/readyz", { pingStore: away, pingQueue: away });
		expect(answer.statusCode).toBe(503);
		expect(answer.json()).toEqual({
			ready: false,
			reasons: [
				"The store does not answer: connection refused",
				"The queue does not answer: connection refused",
			],
		});
	});

	test("waits two seconds for a silent one, not longer", async () => {
		vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
		try {
			const asked = get("/readyz", { pingQueue: silent });
			await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0));
			await vi.advanceTimersByTimeAsync(2000);
			expect((await asked).json().reasons).toEqual([
				"The queue does not answer: no answer within 2 s",
			]);
		} finally {
			vi.useRealTimers();
		}
	});
});

describe("metrics", () => {
	test.each([
		'tradewire_deliveries{state="sent"} 1234',
		'tradewire_deliveries{state="dead"} 1',
		'tradewire_feeds{health="ok"} 3',
		'tradewire_feeds{health="failing"} 1',
		"tradewire_suspended_channels 1",
		"tradewire_articles 1500",
		"tradewire_stories 900",
		'tradewire_queue_jobs{queue="poll",state="active"} 1',
		"tradewire_unreadable 0",
		"process_resident_memory_bytes ",
	])("tell %s", async (line) => {
		const answer = await get("/metrics");
		expect(answer.headers["content-type"]).toMatch(/^text\/plain/);
		expect(answer.body).toContain(`\n${line}`);
	});

	test("leave out what cannot be read, and count it", async () => {
		const { body } = await get("/metrics", { archive: { counts: away } });
		expect(body).toContain("\ntradewire_unreadable 1");
		expect(body).not.toMatch(/^tradewire_articles/m);
		expect(body).toContain('tradewire_feeds{health="ok"} 3');
	});
});

describe("the desk", () => {
	test.each([
		"1.2.3",
		"1 day 2 h 2 min",
		"1,500",
		"1 of 4 feeds in trouble.",
		"Well, pushed by its hub",
		"Answers, but nothing new since 2026-10-01 08:00",
		"7.5 min; 42 kB, 85 ms",
		"The server answered 503 (3 times in a row)",
		"next try 2026-10-07 13:30 UTC",
		"2026-10-07 12:00 UTC",
		"Not polled yet",
		"One channel is closed to us.",
		"slack:T1/C7",
		"the channel is archived: &lt;b&gt;unarchive&lt;/b&gt; it",
		"1,234",
		"web:general",
	])("shows %s", async (words) => {
		const answer = await get("/desk");
		expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
		expect(answer.body).toContain(words);
	});

	test("shows outside text as text", async () => {
		const { body } = await get("/desk");
		expect(body).not.toMatch(/<script|<img|<b>/);
		expect(body).toContain(
			"WTO &lt;script&gt;alert(1)&lt;/script&gt; &amp; more",
		);
		expect(body).toContain("refused: card too &lt;b&gt;long&lt;/b&gt;");
	});

	test("asks whether what a feed brought all at once is news, everywhere", async () => {
		const until = new Date("2026-10-08T12:00:00Z");
		const open = ["a", "b"].map((id) => ({
			...{ feedId: "cbc", until, count: 3 },
			channel: { platform: "web", id },
		}));
		const floods = { open: async () => open };
		const { body } = await get("/desk", { floods });
		expect(body).toContain(
			"6 posts held in 2 channels until 2026-10-08 12:00 UTC",
		);
		expect(body).toContain('action="/desk/floods"');
	});

	test("puts feeds in trouble first", async () => {
		const { body } = await get("/desk");
		expect(body.indexOf("WTO")).toBeLessThan(body.indexOf("Brand new"));
	});

	test("says which part cannot be read, and shows the others", async () => {
		const feedsAway = { feeds: away, state: away };
		const { statusCode, body } = await get("/desk", { feeds: feedsAway });
		expect(statusCode).toBe(200);
		expect(body).toContain("Could not be read just now: connection refused");
		expect(body).toContain("web:general");
	});

	test("has its style sheet", async () => {
		const answer = await get("/desk/desk.css");
		expect(answer.headers["content-type"]).toMatch(/^text\/css/);
	});
});
