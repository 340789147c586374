import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Card } from "../../../src/chat/card.ts";
import type { MessageRef } from "../../../src/chat/chat-platform.ts";
import type { Fault } from "./fake-slack.ts";
import { channelOf, makeSlackHouse, readBlocks } from "./slack-house.ts";

const channel = channelOf("C1");
const since = new Date(Date.now() - 60_000);
let house: Awaited<ReturnType<typeof makeSlackHouse>>;

beforeEach(async () => {
	house = await makeSlackHouse();
});

afterEach(async () => {
	await house.platform.stop();
	await house.slack.close();
});

const messages = () => house.slack.channels.get("C1") ?? [];
const post = (key = "k1", replyTo?: MessageRef) =>
	house.platform.post(channel, saying("Steel at 50%"), key, replyTo);

describe("posting to Slack", () => {
	test("needs no start", async () => {
		const { id } = await post();
		expect(messages()).toMatchObject([{ ts: id }]);
	});

	test("marks the message with its key, and lets nothing unfurl or mention", async () => {
		await post("key of k1");
		const [call] = house.slack.calls;
		expect(call).toMatchObject({
			method: "chat.postMessage",
			form: {
				channel: "C1",
				parse: "none",
				link_names: "false",
				unfurl_links: "false",
				unfurl_media: "false",
			},
		});
		expect(messages()[0]?.metadata).toEqual({
			event_type: "tradewire_delivery",
			event_payload: { key: "key of k1" },
		});
	});

	test.each<[string, Fault, object]>([
		[
			"a limit, with Slack's seconds as milliseconds",
			{ kind: "limited", seconds: 30 },
			{ kind: "busy", retryAfterMs: 30_000 },
		],
		[
			"a limit told in the answer",
			{ kind: "refused", error: "ratelimited" },
			{ kind: "busy" },
		],
		[
			"a server that fails",
			{ kind: "failed", done: false },
			{ kind: "unreachable" },
		],
		["a cut line", { kind: "cut", done: false }, { kind: "unreachable" }],
		[
			"a fault of Slack's after which the message may stand",
			{ kind: "refused", error: "fatal_error" },
			{ kind: "unreachable" },
		],
		[
			"a proxy's page in place of an answer",
			{ kind: "refused", error: "<html>Bad gateway</html>" },
			{ kind: "unreachable" },
		],
		...[
			"channel_not_found",
			"is_archived",
			"account_inactive",
			"token_revoked",
			"team_access_not_granted",
			"invalid_auth",
			"missing_scope",
		].map((error): [string, Fault, object] => [
			error,
			{ kind: "refused", error },
			{ kind: "gone", message: expect.stringMatching(/: .+ \([a-z_]+\)$/) },
		]),
		[
			"what we sent being wrong",
			{ kind: "refused", error: "invalid_arguments" },
			{ kind: "refused" },
		],
	])("tells the core of %s", async (_name, fault, expected) => {
		house.slack.script("chat.postMessage", fault);
		await expect(post()).rejects.toMatchObject({
			name: "ChatError",
			...expected,
		});
		expect(house.slack.calls).toHaveLength(1);
	});

	test("names the channel that is gone, and the way to mend it", async () => {
		const lost = channelOf("C9");
		const trying = house.platform.post(lost, saying("Steel"), "k1");
		await expect(trying).rejects.toThrow(/T0HOUSE\/C9.*\/invite/);
	});

	test("posts in the channel when the post to reply to was deleted", async () => {
		const gone = { channel, id: "1700000000.000001" };
		const { id } = await post("k2", gone);
		expect(messages()).toMatchObject([{ ts: id }]);
		expect(messages()[0]?.thread_ts).toBeUndefined();
	});

	test("enters a public channel that was subscribed", async () => {
		const error = "not_in_channel";
		house.slack.script("chat.postMessage", { kind: "refused", error });
		await post();
		expect(house.slack.calls.map(({ method }) => method)).toEqual([
			"chat.postMessage",
			"conversations.join",
			"chat.postMessage",
		]);
		expect(messages()).toHaveLength(1);
	});

	test("tells an admin to invite it where it may not enter", async () => {
		const error = "not_in_channel";
		house.slack.script("chat.postMessage", { kind: "refused", error });
		house.slack.script("conversations.join", {
			kind: "refused",
			error: "method_not_supported_for_channel_type",
		});
		await expect(post()).rejects.toMatchObject({
			kind: "gone",
			message: expect.stringContaining("/invite"),
		});
	});

	test("says it shorter when Slack finds it too long after all", async () => {
		house.slack.script("chat.postMessage", {
			kind: "refused",
			error: "msg_blocks_too_long",
		});
		const text = "The duty stays in force. ".repeat(800);
		const blocks = [{ kind: "text" as const, spans: [{ text }] }];
		await house.platform.post(channel, { ...saying("Steel"), blocks }, "k1");
		expect(readBlocks(messages()[0]?.blocks ?? [])).toMatch(/… and \d+ more/);
	});

	test("says it in plain text when Slack cannot read its blocks", async () => {
		const fault: Fault = { kind: "refused", error: "invalid_blocks" };
		house.slack.script("chat.postMessage", fault, fault);
		await house.platform.post(channel, saying("<!channel> Steel"), "k1");
		expect(messages()).toMatchObject([
			{ text: "&lt;!channel&gt; Steel", blocks: [] },
		]);
		expect(house.logged.join()).toContain("slack refused a card's form");
	});
});

describe("finding a message in Slack", () => {
	test.each<[string, Fault]>([
		["a failure after Slack took it", { kind: "failed", done: true }],
		["a line cut after Slack took it", { kind: "cut", done: true }],
	])("knows a post that happened: %s", async (_name, fault) => {
		house.slack.script("chat.postMessage", fault);
		await expect(post()).rejects.toMatchObject({ kind: "unreachable" });
		const found = await house.platform.find(channel, "k1", since);
		expect(found).toEqual({ channel, id: messages()[0]?.ts });
	});

	test("looks through every page since the time", async () => {
		house.slack.pageSize = 2;
		const first = await post("k0");
		for (let at = 1; at <= 6; at++) await post(`k${at}`);
		expect(await house.platform.find(channel, "k0", since)).toEqual(first);
		expect(await house.platform.find(channel, "none", since)).toBe("absent");
	});

	test("cannot tell when the channel said too much since", async () => {
		house.slack.pageSize = 1;
		for (let at = 0; at <= 10; at++) await post(`k${at}`);
		expect(await house.platform.find(channel, "k0", since)).toBe("unknown");
	});

	test("reads the newest whatever the clock says, and older ones back to the time", async () => {
		house.slack.pageSize = 2;
		for (const [at, key] of ["k1", "k2", "k3"].entries()) {
			messages().push({
				ts: `100000000${at}.000001`,
				text: "old",
				blocks: [],
				metadata: { event_type: "tradewire_delivery", event_payload: { key } },
			});
		}
		const find = (key: string) => house.platform.find(channel, key, since);
		expect(await find("k3")).toEqual({ channel, id: "1000000002.000001" });
		expect(await find("k1")).toBe("absent");
	});

	test("takes no other app's mark for its own", async () => {
		messages().push({
			ts: `${Math.floor(Date.now() / 1000)}.000001`,
			text: "theirs",
			blocks: [],
			metadata: { event_type: "task", event_payload: { key: "k1" } },
		});
		expect(await house.platform.find(channel, "k1", since)).toBe("absent");
	});

	test("looks in the thread of the post that was replied to", async () => {
		const story = await post("k1");
		house.slack.script("chat.postMessage", { kind: "cut", done: true });
		await expect(post("k2", story)).rejects.toThrow();
		const find = (replyTo?: MessageRef) =>
			house.platform.find(channel, "k2", since, replyTo);
		expect(await find(story)).toEqual({ channel, id: messages()[1]?.ts });
		expect(await find({ channel, id: "1.0" })).toBe("absent");
	});

	test.each(["missing_scope", "not_in_channel"])(
		"cannot tell where it may not read: %s",
		async (error) => {
			house.slack.script("conversations.history", { kind: "refused", error });
			expect(await house.platform.find(channel, "k1", since)).toBe("unknown");
		},
	);

	test("does not take a limit for an answer", async () => {
		const fault: Fault = { kind: "limited", seconds: 60 };
		house.slack.script("conversations.history", fault);
		const finding = house.platform.find(channel, "k1", since);
		await expect(finding).rejects.toMatchObject({
			kind: "busy",
			retryAfterMs: 60_000,
		});
	});
});

function saying(title: string): Card {
	const tone = "news";
	return { title, url: null, tone, blocks: [], actions: [], footer: null };
}
