import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { homeView } from "../../../adapters/slack/home-view.ts";
import { textBlock } from "../../../src/chat/card.ts";
import { sayIn } from "../../../src/phrases/say.ts";
import { openAskingHouse } from "./asking-house.ts";
import type { FakeView } from "./fake-views.ts";
import { buttonPress, channelOf, readBlocks, soon } from "./slack-house.ts";
import { collect } from "./slack-rules.ts";
import { viewFault } from "./view-rules.ts";

vi.setConfig({ testTimeout: 20_000 });

let house: Awaited<ReturnType<typeof openAskingHouse>>;

beforeEach(async () => {
	house = await openAskingHouse();
	house.views.memberships.set("U1", ["C2", "C1"]);
	house.views.memberships.set("U2", ["C2", "C1"]);
});
afterEach(() => house.close());

/** Waits for a home that is not the one before. */
async function homeOf(user: string, before?: FakeView): Promise<FakeView> {
	await soon(() => {
		const home = house.views.homes.get(user);
		expect(home).toBeDefined();
		expect(home?.id).not.toBe(before?.id);
	});
	const home = house.views.homes.get(user);
	if (!home) throw new Error("no home");
	return home;
}

function control(view: FakeView, user: string, action: object) {
	const { channel, message, response_url, ...press } = buttonPress(
		house.slack,
		{
			...{ value: "-", user, channel: "" },
		},
	);
	const container = { type: "view", view_id: view.id };
	const actions = [{ block_id: "home", action_ts: "1.0", ...action }];
	house.slack.send("interactive", { ...press, container, view, actions });
}

async function choose(channel: string, user = "U1"): Promise<FakeView> {
	house.openHome(user);
	const home = await homeOf(user);
	control(home, user, {
		type: "conversations_select",
		action_id: "home_channel",
		selected_conversation: channel,
	});
	return homeOf(user, home);
}

const linesAsked = () => house.asked.map(({ line }) => line).toSorted();

test("the home shows one's own talk first, with what a manager sees", async () => {
	house.openHome();
	const home = await homeOf("U1");
	expect(house.asked.map(({ channel }) => channel.id)).toEqual(
		Array(2).fill(channelOf("DU1").id),
	);
	expect(linesAsked()).toEqual(["/feeds health", "/subscriptions"]);
	expect(readBlocks(home.blocks)).toContain("Choose a channel");
});

test("another tab is no reason to show the home", async () => {
	const event = { type: "app_home_opened", tab: "messages", user: "U9" };
	const outer = {
		type: "event_callback",
		team_id: "T0HOUSE",
		api_app_id: "A1",
	};
	house.slack.send("events_api", {
		...outer,
		event: { ...event, channel: "DU9", event_ts: "1.0" },
	});
	house.openHome();
	await homeOf("U1");
	expect(house.views.homes.has("U9")).toBe(false);
});

describe("a channel that is chosen", () => {
	test("is shown, and again when the home is opened later", async () => {
		const home = await choose("C1");
		expect(house.asked.at(-1)?.channel).toEqual(channelOf("C1"));
		expect(collect(home.blocks, "initial_conversation")).toEqual(["C1"]);
		house.openHome("U1", home);
		const again = await homeOf("U1", home);
		expect(collect(again.blocks, "initial_conversation")).toEqual(["C1"]);
	});

	test("shows its members what a member may ask", async () => {
		await choose("C1", "U2");
		const inChannel = house.asked.filter(
			({ channel }) => channel.id === channelOf("C1").id,
		);
		expect(inChannel).toMatchObject([
			{ line: "/subscriptions", asker: { id: "U2", mayManage: false } },
		]);
	});

	test.each(["C3", "DU2"])(
		"is not shown to those who are not in it: %s",
		async (channel) => {
			const home = await choose(channel);
			expect(readBlocks(home.blocks)).toContain("Only those who are in");
			const ids = house.asked.map((one) => one.channel.id);
			expect(ids).not.toContain(channelOf(channel).id);
		},
	);
});

test("the button looks again", async () => {
	const home = await choose("C1");
	const before = house.asked.length;
	control(home, "U1", { type: "button", action_id: "home_refresh" });
	await homeOf("U1", home);
	expect(house.asked.length).toBe(before + 2);
	expect(house.asked.at(-1)?.channel).toEqual(channelOf("C1"));
});

test("a button of the home is answered over it, for its channel, and the home looks again", async () => {
	const home = await choose("C1");
	house.press(home, "/subscribe steel-tariffs");
	const next = await homeOf("U1", home);
	expect(readBlocks(house.views.shown.blocks)).toContain("✅");
	expect(readBlocks(next.blocks)).toContain("Stop Steel tariffs");
	expect(house.asked).toContainEqual(
		expect.objectContaining({
			line: "/subscribe steel-tariffs",
			channel: channelOf("C1"),
		}),
	);
});

test("a form over the home tells its answer there, and to the channel", async () => {
	const home = await choose("C1");
	house.press(home, "/digest at");
	await soon(() => expect(house.views.modals.size).toBe(1));
	const time = { type: "timepicker", selected_time: "08:00" };
	const next = await house.submit(house.views.shown, { time });
	expect(readBlocks(next?.blocks ?? [])).toContain("08:00");
	expect(house.slack.channels.get("C1")).toHaveLength(1);
});

test("however long its cards, the home keeps to Slack's limits", () => {
	const blocks = Array.from({ length: 60 }, (_, at) => textBlock(`part ${at}`));
	const actions = Array.from({ length: 50 }, (_, at) => ({
		...{ label: `button ${at}`, line: `/topic show t${at}` },
	}));
	const long = {
		title: "Long",
		url: null,
		tone: "answer",
		footer: "f",
	} as const;
	const card = { ...long, blocks, actions };
	const place = { channel: channelOf("C1"), talk: "DU1" };
	const view = homeView([card, card], place, sayIn("en"));
	expect(viewFault(view)).toBe(null);
	expect(readBlocks(view.blocks)).toMatch(/… and \d+ more/);
	const ids = collect(view.blocks, "action_id");
	expect(new Set(ids).size).toBe(ids.length);
});
