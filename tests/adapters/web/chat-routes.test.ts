import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Card } from "../../../src/chat/card.ts";
import type { CommandSpec, Invocation } from "../../../src/chat/command.ts";
import { makeWebHouse, readStream, type WebHouse } from "./web-house.ts";

const general = { platform: "web", id: "general" };
const question = { channel: "general", user: "ann", text: "/tariff steel" };
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
				suggest: async (typed, channel) =>
					Array.from({ length: 40 }, (_, at) => {
						const value = `${typed}-${channel.id}-${at}`;
						return { value, label: value };
					}),
			},
		],
		subcommands: [],
	},
];

let house: WebHouse;
let asked: Invocation[];

beforeEach(async () => {
	house = makeWebHouse();
	asked = [];
	await house.platform.start(commands, async (invocation) => {
		asked.push(invocation);
		if (invocation.line === "/break") throw new Error("store is away");
		return {
			card: saying(`answer to ${invocation.line}`),
			audience: "channel",
		};
	});
});

afterEach(async () => {
	await house.platform.stop();
	await house.server.close();
});

const ask = (body: unknown, headers: Record<string, string> = {}) =>
	house.http.inject({
		method: "POST",
		path: "/api/chat",
		headers: { "content-type": "application/json", ...headers },
		payload: typeof body === "string" ? body : JSON.stringify(body),
	});
const get = (path: string) => house.http.inject({ path });

describe("POST /api/chat", () => {
	test("answers with the card alone, and says nothing on the stream", async () => {
		const answer = await ask(question);
		expect(answer.json()).toEqual(saying("answer to /tariff steel"));
		expect(await house.transcript.latest("general", 10)).toEqual([]);
		expect(asked).toEqual([
			{
				channel: general,
				asker: {
					...{ id: "ann", name: "ann", mayManage: true, isOperator: true },
				},
				line: "/tariff steel",
			},
		]);
	});

	test.each([
		[
			"no channel",
			{ ...question, channel: undefined },
			/channel name has 1 to 64/,
		],
		["a channel with a slash", { ...question, channel: "a/b" }, /channel name/],
		[
			"a channel of 65 letters",
			{ ...question, channel: "x".repeat(65) },
			/channel/,
		],
		["a channel with a line end", { ...question, channel: "a\nb" }, /channel/],
		["no user", { ...question, user: "" }, /Say who asks/],
		["no text", { ...question, text: "  " }, /1 to 2,000 characters/],
		["2,001 characters", { ...question, text: "x".repeat(2001) }, /1 to 2,000/],
		["a number for text", { ...question, text: 7 }, /1 to 2,000/],
		["a list", [question], /field/],
		["half an object", '{"channel":', /Send JSON/],
		["nothing", "", /Send JSON/],
	])("refuses %s with a plain sentence", async (_name, body, sentence) => {
		const answer = await ask(body);
		expect(answer.statusCode).toBe(400);
		expect(answer.json().error).toMatch(sentence);
		expect(asked).toEqual([]);
	});

	test.each([
		["another site's page", { "sec-fetch-site": "cross-site" }, 403],
		["another port's page", { "sec-fetch-site": "same-site" }, 403],
		["a foreign origin", { origin: "https://evil.example" }, 403],
		["a page in a sandbox", { origin: "null" }, 403],
		["a form", { "content-type": "text/plain" }, 415],
		[
			"a form's fields",
			{ "content-type": "application/x-www-form-urlencoded" },
			415,
		],
	])("refuses what comes from %s", async (_name, headers, status) => {
		const answer = await ask(question, headers);
		expect(answer.statusCode).toBe(status);
		expect(asked).toEqual([]);
	});

	test("takes what comes from our own page", async () => {
		const own = { origin: "http://localhost:8787", host: "localhost:8787" };
		const answer = await ask(question, {
			...own,
			"sec-fetch-site": "same-origin",
		});
		expect(answer.statusCode).toBe(200);
	});

	test.each([
		["by a foreign name for loopback", { host: "evil.example:8787" }],
		["through a proxy", { "x-forwarded-for": "203.0.113.5" }],
	])("refuses who comes %s", async (_name, headers) => {
		expect((await ask(question, headers)).statusCode).toBe(403);
		expect(asked).toEqual([]);
	});

	test("says a broken house without its inside", async () => {
		const answer = await ask({ ...question, text: "/break" });
		expect(answer.statusCode).toBe(500);
		expect(answer.json().error).toMatch(/could not answer just now/);
	});

	test("refuses a body of a megabyte", async () => {
		const answer = await ask({ ...question, text: "x".repeat(1_000_000) });
		expect(answer.statusCode).toBe(413);
	});
});

describe("GET /api/chat", () => {
	test("history tells the newest cards and where the stream goes on", async () => {
		const post = await house.platform.post(general, saying("At 25%"), "k1");
		await house.platform.update(post, saying("At 50%"));
		const { channel, last, events } = (
			await get("/api/chat/history?channel=general")
		).json();
		expect({ channel, last }).toEqual({ channel: "general", last: 2 });
		expect(events).toMatchObject([
			{ key: "k1", revision: 1, card: { title: "At 25%" }, replyTo: null },
			{ key: "k1", revision: 2, card: { title: "At 50%" }, replyTo: null },
		]);
	});

	test("unread counts posts, not their updates", async () => {
		const post = await house.platform.post(general, saying("One"), "k1");
		await house.platform.update(post, saying("One, newer"));
		await house.platform.post(general, saying("Two"), "k2");
		const count = async (after: number) =>
			(await get(`/api/chat/unread?channel=general&after=${after}`)).json();
		expect(await count(0)).toEqual({ unread: 2 });
		expect(await count(1)).toEqual({ unread: 1 });
	});

	test("channels names those that heard something", async () => {
		await house.platform.post(general, saying("One"), "k1");
		const answer = await get("/api/chat/channels");
		expect(answer.json()).toEqual({ channels: ["general"] });
	});

	test("commands tells what completion needs, in words", async () => {
		expect((await get("/api/chat/commands")).json()).toEqual([
			{
				name: "tariff",
				about: "What duty does steel pay today?",
				example: "/tariff steel",
				options: [
					{
						name: "product",
						about: "Command line",
						required: true,
						greedy: true,
						suggests: true,
					},
				],
				subcommands: [],
			},
		]);
	});

	test("suggest offers at most 25 values, and none for what is no option", async () => {
		const base = "/api/chat/suggest?channel=desk&command=tariff&typed=st";
		const { choices } = (await get(`${base}&option=product`)).json();
		expect(choices).toHaveLength(25);
		expect(choices[0]).toEqual({ value: "st-desk-0", label: "st-desk-0" });
		expect((await get(`${base}&option=nope`)).json()).toEqual({ choices: [] });
	});

	test.each(["history", "stream", "unread", "suggest"])(
		"%s refuses a channel that can not be",
		async (what) => {
			const answer = await get(`/api/chat/${what}?channel=%00`);
			expect(answer.statusCode).toBe(400);
			expect(answer.json().error).toMatch(/channel name/);
		},
	);
});

describe("the stream", () => {
	const post = (key: string) => house.platform.post(general, saying(key), key);
	const titles = (heard: Awaited<ReturnType<typeof readStream>>) =>
		heard.map(({ data }) => data.card.title);

	test("tells a fresh reader only what comes", async () => {
		const address = await house.server.open();
		await post("before");
		const heard: string[] = [];
		const answer = await fetch(`${address}/api/chat/stream?channel=general`);
		const reader = answer.body
			?.pipeThrough(new TextDecoderStream())
			.getReader();
		await post("after");
		while (!heard.join("").includes("after")) {
			heard.push((await reader?.read())?.value ?? "");
		}
		await reader?.cancel();
		expect(answer.headers.get("content-type")).toMatch(/^text\/event-stream/);
		expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
		expect(heard.join("")).not.toContain("before");
	});

	test.each([
		["Last-Event-ID", { "last-event-id": "2" }, "", ["three", "four"]],
		["after", {}, "&after=3", ["four"]],
		[
			"Last-Event-ID before after",
			{ "last-event-id": "3" },
			"&after=1",
			["four"],
		],
		[
			"an id of an older house",
			{ "last-event-id": "999" },
			"",
			["one", "two", "three", "four"],
		],
	] as const)("resumes by %s", async (_name, headers, query, wanted) => {
		const address = await house.server.open();
		for (const key of ["one", "two", "three", "four"]) await post(key);
		const stream = `${address}/api/chat/stream?channel=general${query}`;
		const enough = wanted.length;
		const heard = await readStream(stream, { enough, headers: { ...headers } });
		expect(titles(heard)).toEqual(wanted);
	});

	test("tells a burst of 500 in order, each once, while it is said", async () => {
		const address = await house.server.open();
		const stream = `${address}/api/chat/stream?channel=general&after=0`;
		const reading = readStream(stream, { enough: 500 });
		for (let at = 1; at <= 500; at++) await post(`n${at}`);
		const ids = (await reading).map(({ id }) => Number(id));
		expect(ids).toEqual(Array.from({ length: 500 }, (_, at) => at + 1));
	});

	test("goes on after the transcript failed for a while", async () => {
		await house.platform.stop();
		await house.server.close();
		house = makeWebHouse({ heartbeatMs: 20 });
		await house.platform.start(commands, async () => {
			throw new Error("not asked here");
		});
		const address = await house.server.open();
		const stream = `${address}/api/chat/stream?channel=general&after=0`;
		const reading = readStream(stream, { enough: 2 });
		await post("one");
		const mend = house.breakDown();
		await expect(post("lost")).rejects.toMatchObject({ kind: "unreachable" });
		mend();
		await post("two");
		expect(titles(await reading)).toEqual(["one", "two"]);
	});

	test("holds little for a reader that takes nothing, and loses nothing", async () => {
		const address = await house.server.open();
		let held = () => 0;
		house.http.server.on("connection", (socket) => {
			held = () => socket.writableLength;
		});
		const stream = `${address}/api/chat/stream?channel=general&after=0`;
		const answer = await fetch(stream);
		const long = { ...saying("long"), footer: "x".repeat(100_000) };
		for (let at = 0; at < 300; at++) {
			await house.platform.post(general, long, `long ${at}`);
		}
		expect(held()).toBeLessThan(1_000_000);
		let read = 0;
		for await (const bytes of answer.body ?? []) {
			read += bytes.length;
			if (read > 300 * 100_000) break;
		}
		expect(held()).toBeLessThan(1_000_000);
	});

	test("ends at once for a reader who comes back while the house stops", async () => {
		const address = await house.server.open();
		const stream = `${address}/api/chat/stream?channel=general`;
		const first = readStream(stream);
		await post("one");
		await house.platform.stop();
		await first;
		expect(await readStream(stream)).toEqual([]);
	});

	test("is opened twenty times by one guest, and by another still", async () => {
		house.http.addHook("onRequest", async (request) => {
			const name = String(request.headers["x-guest"] ?? "");
			if (name === "") return;
			request.guest = { name, mayManage: false, isOperator: false };
		});
		const address = await house.server.open();
		const stream = `${address}/api/chat/stream?channel=general`;
		const open = (name: string) =>
			fetch(stream, { headers: { "x-guest": name } });
		for (let at = 0; at < 20; at++)
			expect((await open("ana")).status).toBe(200);
		const refused = await open("ana");
		expect(refused.status).toBe(503);
		expect(await refused.json()).toEqual({
			error: expect.stringMatching(/^Too many readers/),
		});
		expect((await open("bob")).status).toBe(200);
		expect((await open("")).status).toBe(200);
	});

	test("has no HEAD, which would never end", async () => {
		const path = "/api/chat/stream?channel=general";
		const answer = await house.http.inject({ method: "HEAD", path });
		expect(answer.statusCode).toBe(404);
	});

	test("ends when the platform stops", async () => {
		const address = await house.server.open();
		await post("one");
		const stream = `${address}/api/chat/stream?channel=general&after=0`;
		const answer = await fetch(stream);
		const reader = answer.body?.getReader();
		await reader?.read();
		await house.platform.stop();
		let end = await reader?.read();
		while (end && !end.done) end = await reader?.read();
		expect(end?.done).toBe(true);
	});
});

describe("the page", () => {
	test.each([
		["/", "text/html; charset=utf-8"],
		["/page/look.css", "text/css; charset=utf-8"],
		["/page/main.ts", "text/javascript; charset=utf-8"],
		["/page/mark.svg", "image/svg+xml"],
		["/page/words.json", "application/json; charset=utf-8"],
	])("serves %s", async (path, type) => {
		const answer = await get(path);
		expect(answer.statusCode).toBe(200);
		expect(answer.headers["content-type"]).toBe(type);
	});

	test("serves modules without their types", async () => {
		const { body } = await get("/page/element.ts");
		expect(body).not.toMatch(/: string|import type/);
	});

	test("has no inline script or style, and asks no other site", async () => {
		const { body } = await get("/");
		expect(body).not.toMatch(/<style|<script(?![^>]*src=)|style=|https?:/);
	});

	test.each(["/page/tsconfig.json", "/page/..%2fwire.ts", "/page/nope.ts"])(
		"does not serve %s",
		async (path) => expect((await get(path)).statusCode).toBe(404),
	);

	test("has words with plain places only, which the page can fill", async () => {
		const { wrongText, ...words } = (await get("/page/words.json")).json();
		expect(wrongText).toContain("{most, number}");
		const formatted = Object.values(words).filter((phrase) =>
			/\{(?!\w+\})/.test(String(phrase)),
		);
		expect(formatted).toEqual([]);
	});

	test("answers 304 to a browser that has the file", async () => {
		const { headers } = await get("/page/look.css");
		const again = await house.http.inject({
			path: "/page/look.css",
			headers: { "if-none-match": `${headers.etag}` },
		});
		expect(again.statusCode).toBe(304);
	});
});

function saying(title: string): Card {
	const tone = "answer";
	return { title, url: null, tone, blocks: [], actions: [], footer: null };
}
