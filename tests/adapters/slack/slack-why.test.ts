import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Card } from "../../../src/chat/card.ts";
import { openAskingHouse } from "./asking-house.ts";
import type { FakeMessage, Fault } from "./fake-slack.ts";
import { team } from "./fake-slack.ts";
import { channelOf, soon } from "./slack-house.ts";

vi.setConfig({ testTimeout: 20_000 });

let house: Awaited<ReturnType<typeof openAskingHouse>>;

beforeEach(async () => {
	house = await openAskingHouse();
});
afterEach(() => house.close());

const card: Card = {
	...{ title: "Steel", url: null, tone: "news", footer: null },
	...{ blocks: [], actions: [] },
};

const posted = () => house.slack.channels.get("C1")?.at(-1);

function why(message: Partial<FakeMessage> & { bot_id?: string }) {
	house.slack.send("interactive", {
		...{ type: "message_action", callback_id: "tradewire_why" },
		...{ team: { id: team, domain: "house" }, channel: { id: "C1" } },
		...{ user: { id: "U1", name: "ana" }, message_ts: message.ts },
		...{ trigger_id: "1.2.3", token: "legacy", action_ts: "1.0" },
		message: { type: "message", ...message },
		response_url: house.slack.responseUrl(),
	});
}

async function answer() {
	await soon(() => expect(house.slack.responses).toHaveLength(1));
	const [response] = house.slack.responses;
	expect(response).toMatchObject({ response_type: "ephemeral" });
	return JSON.stringify(response);
}

test("why a post came is asked with its delivery's id", async () => {
	await house.platform.post(channelOf("C1"), card, "d1");
	why({ ...posted(), bot_id: "B0BOT" });
	await answer();
	expect(house.asked).toMatchObject([
		{ line: "/why d1", asker: { id: "U1", mayManage: true } },
	]);
});

test("the id is looked up when Slack does not tell it", async () => {
	const root = await house.platform.post(channelOf("C1"), card, "d1");
	const before = posted();
	await house.platform.post(channelOf("C1"), card, "d2", root);
	const { metadata: _, ...reply } = { ...posted() };
	why({ ...reply, bot_id: "B0BOT" });
	await answer();
	expect(house.asked).toMatchObject([{ line: "/why d2" }]);
	const { metadata: __, ...post } = { ...before };
	why({ ...post, bot_id: "B0BOT" });
	await soon(() => expect(house.asked).toHaveLength(2));
	expect(house.asked[1]).toMatchObject({ line: "/why d1" });
});

test.each<[string, object]>([
	["someone else's message", { ts: "1.0", user: "U2" }],
	[
		"another app's message, though marked as ours",
		{
			...{ ts: "1.0", bot_id: "B0OTHER" },
			metadata: {
				event_type: "tradewire_delivery",
				event_payload: { key: "d1" },
			},
		},
	],
	["an answer of ours", { ts: "1.0", bot_id: "B0BOT" }],
])("%s is nothing to explain", async (_name, message) => {
	why(message);
	expect(await answer()).toContain("nothing to explain");
	expect(house.asked).toEqual([]);
});

test("says so where it may not read", async () => {
	const refused: Fault = { kind: "refused", error: "not_in_channel" };
	house.slack.script("conversations.history", refused);
	why({ ts: "1.0", bot_id: "B0BOT" });
	expect(await answer()).toContain("nothing to explain");
});
