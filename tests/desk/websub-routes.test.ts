import { afterEach, expect, test } from "vitest";
import { makeHttpServer } from "../../src/desk/http-server.ts";
import { type HubDoor, webSubRoutes } from "../../src/desk/websub-routes.ts";
import type { Push, PushOutcome } from "../../src/flows/receive-push.ts";
import type { HubQuestion } from "../../src/flows/verify-lease.ts";
import { makeLog } from "../../src/log.ts";

const log = makeLog("error", () => {});
const topic = "https://wto.example/feed?a=1&b=2";
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
	for (const server of open.splice(0)) await server.close();
});

/** A server whose one lease is `known`. */
function serve(door: Partial<HubDoor> = {}) {
	const questions: HubQuestion[] = [];
	const pushes: Push[] = [];
	const server = makeHttpServer({ host: "127.0.0.1", port: 0, log });
	open.push(server);
	webSubRoutes(server.http, {
		isKnown: async (token) => token === "known",
		async verify(question) {
			questions.push(question);
			return question.topic === topic;
		},
		async receive(push) {
			pushes.push(push);
			return "told";
		},
		...door,
	});
	return { http: server.http, questions, pushes };
}

const intent = {
	"hub.mode": "subscribe",
	"hub.topic": topic,
	"hub.challenge": "<b>echo me</b>",
	"hub.lease_seconds": "864000",
};

test("echoes the challenge, as text, when we asked for it", async () => {
	const { http, questions } = serve();
	const url = "/websub/known";
	const answer = await http.inject({ url, query: intent });
	expect(answer.statusCode).toBe(200);
	expect(answer.body).toBe("<b>echo me</b>");
	expect(answer.headers["content-type"]).toBe("text/plain; charset=utf-8");
	expect(answer.headers["x-content-type-options"]).toBe("nosniff");
	expect(questions).toEqual([
		{
			...{ token: "known", mode: "subscribe", topic },
			...{ leaseSeconds: 864_000, reason: null },
		},
	]);
});

test.each([
	["another topic", { "hub.topic": "https://evil.example/" }, 404],
	["no mode", { "hub.mode": undefined }, 400],
	["a mode given twice", { "hub.mode": ["subscribe", "subscribe"] }, 400],
	["a lease given twice", { "hub.lease_seconds": ["9", "9"] }, 400],
])("echoes nothing for %s", async (_what, change, status) => {
	const { http } = serve();
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries({ ...intent, ...change }))
		for (const one of value === undefined ? [] : [value].flat())
			query.append(name, one);
	const answer = await http.inject({ url: `/websub/known?${query}` });
	expect(answer.statusCode).toBe(status);
	expect(answer.body).toBe("");
});

test.each(["", "0", "-5", "long"])(
	"takes a lease of '%s' seconds for one of unknown length",
	async (seconds) => {
		const { http, questions } = serve();
		const query = { ...intent, "hub.lease_seconds": seconds };
		const answer = await http.inject({ url: "/websub/known", query });
		expect(answer.statusCode).toBe(200);
		expect(questions[0]?.leaseSeconds).toBeNull();
	},
);

test("takes a denial without a challenge", async () => {
	const { http, questions } = serve();
	const query = {
		"hub.mode": "denied",
		"hub.topic": topic,
		"hub.reason": "no",
	};
	const answer = await http.inject({ url: "/websub/known", query });
	expect([answer.statusCode, answer.body]).toEqual([200, ""]);
	expect(questions[0]).toMatchObject({ mode: "denied", reason: "no" });
});

test.each([
	"application/rss+xml; charset=utf-8",
	"application/json",
	"text/plain",
	"application/x-www-form-urlencoded",
])("hands a push of type %s on byte for byte", async (type) => {
	const { http, pushes } = serve();
	const payload = Buffer.from([0xff, 0xfe, 0x00, 0x7b, 0x22, 0x0d, 0x0a]);
	const answer = await http.inject({
		...{ method: "POST", url: "/websub/known", payload },
		headers: { "content-type": type, "x-hub-signature": "sha256=aa" },
	});
	expect(answer.statusCode).toBe(204);
	expect(pushes).toEqual([
		{
			...{ token: "known", signature: "sha256=aa" },
			...{ contentType: type, body: payload },
		},
	]);
});

test.each(["", "<rss/>"])(
	"takes '%s' as a push that names no type",
	async (words) => {
		const { http, pushes } = serve();
		const url = "/websub/known";
		const payload = Buffer.from(words);
		const answer = await http.inject({ method: "POST", url, payload });
		expect(answer.statusCode).toBe(204);
		expect(pushes[0]).toMatchObject({ signature: null, body: payload });
	},
);

test.each<[PushOutcome, number]>([
	["told", 204],
	["polled", 202],
	["unfinished", 503],
	["forged", 403],
	["replayed", 409],
	["unknown", 404],
	["gone", 410],
])("answers a push that is %s with %i", async (outcome, status) => {
	const { http } = serve({ receive: async () => outcome });
	const payload = "<rss/>";
	const answer = await http.inject({
		...{ method: "POST", url: "/websub/known", payload },
		headers: { "content-type": "application/rss+xml" },
	});
	expect(answer.statusCode).toBe(status);
});

test("answers with a fault when the store breaks, so that the hub comes again", async () => {
	const receive = () => Promise.reject(new Error("store is down"));
	const { http } = serve({ receive });
	const url = "/websub/known";
	const answer = await http.inject({ method: "POST", url });
	expect(answer.statusCode).toBe(500);
});

test("reads nothing from who names no lease", async () => {
	const { http, pushes, questions } = serve();
	const url = "/websub/guess";
	const asked = await http.inject({ url, query: intent });
	const payload = Buffer.alloc(11 * 1024 ** 2);
	const pushed = await http.inject({ method: "POST", url, payload });
	expect([asked.statusCode, pushed.statusCode]).toEqual([404, 404]);
	expect([...pushes, ...questions]).toEqual([]);
});

test("takes no more bytes than a feed may have", async () => {
	const { http, pushes } = serve();
	const payload = Buffer.alloc(10 * 1024 ** 2 + 1);
	const headers = { "content-type": "application/rss+xml" };
	const url = "/websub/known";
	const answer = await http.inject({ method: "POST", url, payload, headers });
	expect(answer.statusCode).toBe(413);
	expect(pushes).toEqual([]);
});

test("asks a hub that pushes without end to wait", async () => {
	const { http, pushes } = serve();
	const push = () => http.inject({ method: "POST", url: "/websub/known" });
	const answers = [];
	for (let count = 0; count < 200; count++) answers.push(await push());
	const refused = answers.filter(({ statusCode }) => statusCode === 429);
	expect(refused.length).toBeGreaterThan(40);
	expect(refused[0]?.headers["retry-after"]).toBe("30");
	expect(pushes.length + refused.length).toBe(200);
});

test("leaves other routes their own way of reading", async () => {
	const { http } = serve();
	http.post("/api/other", async ({ body }) => body);
	const payload = { a: 1 };
	const url = "/api/other";
	const answer = await http.inject({ method: "POST", url, payload });
	expect(answer.json()).toEqual(payload);
});
