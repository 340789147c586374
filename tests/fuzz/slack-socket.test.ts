import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openAskingHouse } from "../adapters/slack/asking-house.ts";
import { slashCommand, soon } from "../adapters/slack/slack-house.ts";
import { fuzz, fuzzTimeoutMs, paced } from "./fuzz.ts";
import { mutated } from "./mutations.ts";
import { slackShapes } from "./slack-shapes.ts";

/** Names that the library's own emitter uses too: by one of them Slack ends the line. */
const ends = /"(?:disconnect|disconnected|hello|close)"/;

describe("Slack's socket", { timeout: fuzzTimeoutMs }, () => {
	let house: Awaited<ReturnType<typeof openAskingHouse>>;

	beforeAll(async () => {
		house = await openAskingHouse();
	}, 60_000);

	afterAll(() => house.close());

	test("takes any envelope, and answers the next command", async () => {
		const { slack } = house;
		const asked = { command: "/tariff", text: "steel", channel: "C1" };
		const envelopes = [
			...slackShapes(slack).map((payload) => ({
				...{ type: "interactive", envelope_id: "e", payload },
				accepts_response_payload: true,
			})),
			{
				...{ type: "events_api", envelope_id: "e", retry_attempt: 0 },
				payload: slackShapes(slack).at(-1),
			},
			{
				...{ type: "slash_commands", envelope_id: "e" },
				payload: slashCommand(slack, asked),
			},
		];
		const inputs = fc
			.constantFrom(...envelopes)
			.chain((envelope) => mutated(envelope))
			.filter((envelope) => !ends.test(JSON.stringify(envelope)));
		const expectAlive = async () => {
			const before = slack.responses.length;
			house.type("help");
			await soon(() => expect(slack.responses.length).toBeGreaterThan(before));
		};
		const send = (envelope: unknown) => void slack.sendAny(envelope);
		await fuzz(inputs, 250, paced(send, expectAlive));
		for (const odd of [null, 1, "x", [], {}]) slack.sendAny(odd);
		await expectAlive();
	});
});
