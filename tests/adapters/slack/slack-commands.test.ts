import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Card } from "../../../src/chat/card.ts";
import type { Invocation } from "../../../src/chat/command.ts";
import type { Fault } from "./fake-slack.ts";
import {
	buttonPress,
	channelOf,
	makeSlackHouse,
	slashCommand,
	soon,
} from "./slack-house.ts";

vi.setConfig({ testTimeout: 20_000 });

let house: Awaited<ReturnType<typeof makeSlackHouse>>;
let asked: Invocation[];
let reply: (
	line: string,
) => Promise<{ card: Card; audience: "asker" | "channel" }>;

beforeEach(async () => {
	house = await makeSlackHouse();
	asked = [];
	reply = async (line) => ({ card: saying(line), audience: "asker" });
});

afterEach(async () => {
	await house.platform.stop();
	await house.slack.close();
});

const start = () =>
	house.platform.start([], async (invocation) => {
		asked.push(invocation);
		return reply(invocation.line);
	});

function type(command: string, text: string, user = "U1") {
	const payload = slashCommand(house.slack, {
		...{ command, text, channel: "C1", user },
	});
	return house.slack.send("slash_commands", payload);
}

const answered = (count = 1) =>
	soon(() => expect(house.slack.responses).toHaveLength(count));

describe("a slash command", () => {
	test.each([
		["/tariff", "steel origin:MX", "/tariff steel origin:MX"],
		["/tradewire", "tariff steel", "/tariff steel"],
		["/tradewire", "/news lumber", "/news lumber"],
		["/tradewire", "", "/help"],
		["/tariff", "", "/tariff"],
		["/tradewire", "topic create a b&amp;c &lt; d", "/topic create a b&c < d"],
		[
			"/tradewire",
			"feeds add <https://wto.org/feed|wto.org/feed>",
			"/feeds add https://wto.org/feed",
		],
	])("%s %s is the line %s", async (command, text, line) => {
		await start();
		type(command, text);
		await answered();
		expect(asked).toMatchObject([
			{ line, channel: channelOf("C1"), asker: { id: "U1", name: "ana" } },
		]);
	});

	test("is acknowledged before it is answered", async () => {
		let finish = () => {};
		reply = async (line) => {
			await new Promise<void>((resolve) => {
				finish = resolve;
			});
			return { card: saying(line), audience: "asker" };
		};
		await start();
		const envelope = type("/tariff", "steel");
		await soon(() => expect(house.slack.acknowledged).toContain(envelope));
		expect(house.slack.responses).toEqual([]);
		await soon(() => expect(asked).toHaveLength(1));
		finish();
		await answered();
	});

	test.each([
		["asker", "ephemeral"],
		["channel", "in_channel"],
	] as const)("answers the %s: %s", async (audience, response_type) => {
		reply = async (line) => ({ card: saying(line), audience });
		await start();
		type("/tariff", "steel");
		await answered();
		expect(house.slack.responses).toMatchObject([
			{ response_type, replace_original: false },
		]);
	});

	test("gets words when the house itself is broken", async () => {
		reply = async () => {
			throw new Error("store is away");
		};
		await start();
		type("/tariff", "steel");
		await answered();
		const [response] = house.slack.responses;
		expect(response).toMatchObject({ response_type: "ephemeral" });
		expect(JSON.stringify(response)).toContain("could not answer just now");
		expect(house.logged.join()).toContain("slack command failed");
	});
});

test("a press of a button is the button's line", async () => {
	await start();
	await house.platform.post(
		channelOf("C1"),
		{ ...saying("Steel"), actions: [{ label: "More", line: "/story abc" }] },
		"k1",
	);
	const value = "/story abc";
	const sent = house.slack.channels.get("C1")?.[0]?.blocks ?? [];
	expect(JSON.stringify(sent)).toContain(`"value":"${value}"`);
	const press = buttonPress(house.slack, { value, channel: "C1" });
	house.slack.send("interactive", press);
	await answered();
	expect(asked).toMatchObject([{ line: value, channel: channelOf("C1") }]);
	expect(house.slack.responses[0]).toMatchObject({ replace_original: false });
});

test("a button pressed twice is answered twice, to whoever pressed", async () => {
	await start();
	const press = { value: "/story abc", channel: "C1" };
	house.slack.send("interactive", buttonPress(house.slack, press));
	house.slack.send("interactive", buttonPress(house.slack, press));
	await answered(2);
	const types = house.slack.responses.map((one) => one.response_type);
	expect(types).toEqual(["ephemeral", "ephemeral"]);
});

test("someone from another workspace speaks in the channel that the app knows", async () => {
	await start();
	const press = { value: "/help", channel: "C1", team: "T0OTHER" };
	house.slack.send("interactive", buttonPress(house.slack, press));
	await answered();
	expect(asked[0]?.channel).toEqual(channelOf("C1"));
});

test("an organisation's token keeps each workspace's own id", async () => {
	house.slack.organisation = "E0ORG";
	await start();
	const press = { value: "/help", channel: "C1", team: "T0OTHER" };
	house.slack.send("interactive", buttonPress(house.slack, press));
	await answered();
	expect(asked[0]?.channel.id).toBe("T0OTHER/C1");
});

describe("who may manage a channel", () => {
	const mayManage = async (user: string) => {
		type("/tradewire", "subscribe steel-tariffs", user);
		await answered(house.slack.responses.length + 1);
		return asked.at(-1)?.asker.mayManage;
	};

	test("an admin, and whoever made the channel", async () => {
		house.slack.admins.add("U2");
		house.slack.creators.set("C1", "U3");
		await start();
		expect(await mayManage("U1")).toBe(false);
		expect(await mayManage("U2")).toBe(true);
		expect(await mayManage("U3")).toBe(true);
	});

	test.each<[string, object, boolean]>([
		["of this workspace", { team_id: "T0HOUSE" }, true],
		["of another workspace", { team_id: "T0OTHER" }, false],
		[
			"of a sister workspace that is in this one too",
			{ team_id: "T0OTHER", enterprise_user: { teams: ["T0HOUSE"] } },
			true,
		],
		["whom the workspace does not know", { is_stranger: true }, false],
		["who is a guest", { is_restricted: true }, false],
		["who is a bot", { is_bot: true }, false],
	])("an admin %s: %j %j", async (_who, more, wanted) => {
		for (const user of ["U2", "U3"]) house.slack.people.set(user, more);
		house.slack.admins.add("U2");
		house.slack.creators.set("C1", "U3");
		await start();
		expect(await mayManage("U2")).toBe(wanted);
		expect(await mayManage("U3")).toBe(wanted);
	});

	test("is asked of Slack once for a while", async () => {
		await start();
		await mayManage("U1");
		const calls = house.slack.calls.length;
		await mayManage("U1");
		expect(house.slack.calls).toHaveLength(calls);
	});

	test("nobody, while a scope is missing, and the log says so", async () => {
		const fault: Fault = { kind: "refused", error: "missing_scope" };
		house.slack.script("users.info", fault);
		house.slack.script("conversations.info", fault);
		house.slack.admins.add("U2");
		await start();
		expect(await mayManage("U2")).toBe(false);
		expect(house.logged.join()).toContain("missing_scope");
		expect(await mayManage("U2")).toBe(true);
	});
});

describe("the connection", () => {
	const connected = () => soon(() => expect(house.slack.lineCount).toBe(1));

	test.each<[string, () => void]>([
		["Slack asks for it", () => house.slack.refresh()],
		["it is cut", () => house.slack.dropLines()],
	])("is made anew when %s", async (_name, drop) => {
		await start();
		drop();
		await soon(() => expect(house.slack.lineCount).toBe(0));
		await connected();
		type("/tariff", "steel");
		await answered();
	});

	test("is made once Slack is back, when it was away at the start", async () => {
		house.slack.isDown = true;
		await start();
		expect(house.logged.join()).toContain("slack not connected");
		house.slack.isDown = false;
		await connected();
		type("/tariff", "steel");
		await answered();
	});

	test("survives a refusal of the token while it runs", async () => {
		await start();
		const refused: Fault = { kind: "refused", error: "invalid_auth" };
		house.slack.script("apps.connections.open", refused);
		house.slack.dropLines();
		await soon(() => expect(house.logged.join()).toContain("invalid_auth"));
		await connected();
	});

	test("ends at once, also with an answer under way", async () => {
		reply = () => new Promise(() => {});
		await start();
		type("/tariff", "steel");
		await soon(() => expect(asked).toHaveLength(1));
		const begun = performance.now();
		await house.platform.stop();
		expect(performance.now() - begun).toBeLessThan(2_500);
		expect(house.slack.lineCount).toBe(0);
	});

	test("gives the answer under way before it ends", async () => {
		let finish = () => {};
		reply = async (line) => {
			await new Promise<void>((resolve) => {
				finish = resolve;
			});
			return { card: saying(line), audience: "asker" };
		};
		await start();
		type("/tariff", "steel");
		await soon(() => expect(asked).toHaveLength(1));
		const stopped = house.platform.stop();
		finish();
		await stopped;
		expect(house.slack.responses).toHaveLength(1);
		const [response] = house.slack.responses;
		expect(JSON.stringify(response)).toContain("/tariff steel");
	});
});

test.each([
	[{ botToken: "xoxb-wrong" }, /SLACK_BOT_TOKEN \(invalid_auth\)/],
	[{ appToken: "xapp-wrong" }, /SLACK_APP_TOKEN \(invalid_auth\)/],
])("a wrong token stops the start: %j", async (settings, words) => {
	const wrong = await makeSlackHouse(settings);
	const starting = wrong.platform.start([], async ({ line }) => reply(line));
	await expect(starting).rejects.toThrow(words);
	await wrong.platform.stop();
	await wrong.slack.close();
});

function saying(title: string): Card {
	const tone = "news";
	return { title, url: null, tone, blocks: [], actions: [], footer: null };
}
