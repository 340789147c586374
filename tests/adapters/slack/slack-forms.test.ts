import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openAskingHouse } from "./asking-house.ts";
import type { FakeView } from "./fake-views.ts";
import { buttonPress, channelOf, readBlocks, soon } from "./slack-house.ts";
import { collect } from "./slack-rules.ts";
import { isChoice } from "./view-rules.ts";

vi.setConfig({ testTimeout: 20_000 });

let house: Awaited<ReturnType<typeof openAskingHouse>>;

beforeEach(async () => {
	house = await openAskingHouse();
});
afterEach(() => house.close());

async function openedBy(text: string, user?: string): Promise<FakeView> {
	house.type(text, user);
	await soon(() => expect(house.views.modals.size).toBe(1));
	return house.views.shown;
}

const blockIds = (view: FakeView) => collect(view.blocks, "block_id");
const query = {
	type: "plain_text_input",
	value: '"auto parts" OR\nautopartes',
};
const named = (value: string) => ({
	name: { type: "plain_text_input", value },
	query,
});

describe("a form", () => {
	test("opens for /topic create with a field for each option", async () => {
		const view = await openedBy("topic create");
		expect(view.title?.text).toBe("/topic create");
		expect(blockIds(view)).toEqual(["name", "query"]);
		expect(house.asked).toEqual([]);
	});

	test("opens for /digest at with a clock and lists that search", async () => {
		const { blocks } = await openedBy("digest at");
		expect(collect(blocks, "type")).toEqual(
			expect.arrayContaining(["timepicker", "external_select"]),
		);
	});

	test("holds what was typed", async () => {
		const { blocks } = await openedBy('topic create "car parts"');
		expect(JSON.stringify(blocks)).toContain('"initial_value":"car parts"');
	});

	test("opens for a button whose line lacks something", async () => {
		const press = { value: "/digest at", channel: "C1" };
		house.slack.send("interactive", buttonPress(house.slack, press));
		await soon(() => expect(house.views.shown.title?.text).toBe("/digest at"));
	});

	test.each(["digest at 08:00", 'topic create parts "auto parts"', "topic"])(
		"does not open for /%s, which is answered",
		async (text) => {
			house.type(text);
			await soon(() => expect(house.slack.responses).toHaveLength(1));
			expect(house.views.modals.size).toBe(0);
		},
	);

	test("that comes too late for Slack is answered in words", async () => {
		const refused = { kind: "refused", error: "expired_trigger_id" } as const;
		house.slack.script("views.open", refused);
		house.type("topic create");
		await soon(() => expect(house.slack.responses).toHaveLength(1));
		const [response] = house.slack.responses;
		expect(response).toMatchObject({ response_type: "ephemeral" });
		expect(JSON.stringify(response)).toContain("/tradewire topic create");
	});
});

describe("a form sent in", () => {
	test("is its line, answered where it was asked; the form closes", async () => {
		const view = await openedBy("topic create");
		expect(await house.submit(view, named('car "parts"'))).toBe(null);
		expect(house.asked).toMatchObject([
			{
				line: '/topic create name:"car \\"parts\\"" query:"\\"auto parts\\" OR\nautopartes"',
				channel: channelOf("C1"),
				asker: { id: "U1", mayManage: true },
			},
		]);
		const [topic] = await house.topics.topics();
		expect(topic).toMatchObject({
			names: { en: 'car "parts"' },
			query: query.value,
		});
		expect(house.slack.responses).toMatchObject([
			{ response_type: "ephemeral" },
		]);
	});

	test("tells the channel what is for the channel", async () => {
		const view = await openedBy("digest at");
		const time = { type: "timepicker", selected_time: "18:30" };
		const zone = {
			type: "external_select",
			selected_option: { value: "America/Mexico_City" },
		};
		expect(await house.submit(view, { time, zone })).toBe(null);
		const { digest } = await house.channels.settings(channelOf("C1"));
		expect(digest).toMatchObject({ at: "18:30", zone: "America/Mexico_City" });
		expect(house.slack.responses).toMatchObject([
			{ response_type: "in_channel" },
		]);
	});

	test("with a mistake says so above its fields, which keep what they hold", async () => {
		const view = await openedBy("topic create");
		const wrong = { ...named("parts"), query: { ...query, value: '"open' } };
		const next = await house.submit(view, wrong);
		expect(readBlocks(next?.blocks ?? [])).toContain("⚠️");
		expect(JSON.stringify(next?.blocks)).toContain('"initial_value":"parts"');
		expect(JSON.stringify(next?.blocks)).toContain('"initial_value":"\\"open"');
		expect(house.slack.responses).toEqual([]);
		if (!next) throw new Error("closed");
		expect(await house.submit(next, named("parts"))).toBe(null);
	});

	test("by someone who may not is refused in the form", async () => {
		const view = await openedBy("topic create", "U2");
		const next = await house.submit(view, named("parts"), "U2");
		expect(readBlocks(next?.blocks ?? [])).toContain("⚠️");
		expect(await house.topics.topics()).toEqual([]);
	});

	test("is waited for when the house is slow", async () => {
		let finish = () => {};
		const view = await openedBy("topic create");
		house.hold.until = new Promise((resolve) => {
			finish = resolve;
		});
		const waiting = await house.submit(view, named("parts"));
		expect(readBlocks(waiting?.blocks ?? [])).toContain("One moment");
		finish();
		await soon(() =>
			expect(readBlocks(house.views.shown.blocks)).toContain("parts"),
		);
		expect(house.slack.responses).toHaveLength(1);
	});

	test("after the response address ended shows its answer itself", async () => {
		const view = await openedBy("digest at");
		const place = JSON.parse(view.private_metadata);
		const ended = `${house.slack.apiUrl}ended`;
		const late = JSON.stringify({ ...place, respondTo: ended });
		const time = { type: "timepicker", selected_time: "08:00" };
		const next = await house.submit(
			{ ...view, private_metadata: late },
			{ time },
		);
		expect(readBlocks(next?.blocks ?? [])).toContain("08:00");
		// It is for the channel as well.
		expect(house.slack.channels.get("C1")).toHaveLength(1);
	});

	test("offers in its mistake buttons that work there", async () => {
		const view = await openedBy("topic create");
		house.press(view, "/digest at 07:00");
		await soon(() =>
			expect(readBlocks(house.views.shown.blocks)).toContain("07:00"),
		);
		expect(house.views.modals.size).toBe(1);
	});
});

describe("a list in a form", () => {
	const offers = async (block_id: string, value: string) => {
		const view = await openedBy("digest at");
		const envelope = house.slack.send("interactive", {
			...{ type: "block_suggestion", action_id: "choice", block_id, value },
			...{ team: { id: "T0HOUSE" }, user: { id: "U1" }, view },
			...{ api_app_id: "A1", token: "legacy", container: { type: "view" } },
		});
		await soon(() => expect(house.slack.told.has(envelope)).toBe(true));
		const told = house.slack.told.get(envelope);
		const options: unknown[] = (told as { options: unknown[] }).options;
		expect(options.filter((option) => !isChoice(option))).toEqual([]);
		return collect(options, "value");
	};

	test("offers what the option suggests for what is typed", async () => {
		expect(await offers("zone", "mexico")).toContain("America/Mexico_City");
	});

	test("offers what was typed itself, which we may understand", async () => {
		const days = await offers("days", "tue,thu");
		expect(days).toEqual(["mon-fri", "daily", "mon,wed,fri", "tue,thu"]);
	});

	test("offers nothing too long for Slack", async () => {
		expect(await offers("days", "x".repeat(151))).not.toContain("x");
	});

	test("of no form of ours offers nothing", async () => {
		expect(await offers("name", "x")).toEqual([]);
	});
});
