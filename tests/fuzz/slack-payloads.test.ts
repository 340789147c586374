import { createHmac } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { slackPlatform } from "../../adapters/slack/slack-platform.ts";
import type { ChatPlatform } from "../../src/chat/chat-platform.ts";
import { makeHttpServer } from "../../src/desk/http-server.ts";
import { makeAnswer } from "../../src/flows/answer-command.ts";
import { makeLog } from "../../src/log.ts";
import { sayIn } from "../../src/phrases/say.ts";
import { botToken, FakeSlack } from "../adapters/slack/fake-slack.ts";
import { slashCommand, soon } from "../adapters/slack/slack-house.ts";
import { now, openCommandHouse } from "../commands/command-house.ts";
import { platformTools } from "../fakes/platform-tools.ts";
import { hostileText } from "../hostile/hostile-texts.ts";
import { fuzz, fuzzTimeoutMs } from "./fuzz.ts";
import { mutated } from "./mutations.ts";
import { slackShapes } from "./slack-shapes.ts";

const signingSecret = "shhh";

describe("Slack's door", { timeout: fuzzTimeoutMs }, () => {
	let slack: FakeSlack;
	let server: ReturnType<typeof makeHttpServer>;
	let platform: ChatPlatform;
	let address: string;

	beforeAll(async () => {
		slack = new FakeSlack();
		await slack.open();
		slack.channels.set("C1", []);
		const log = makeLog("error", () => {});
		server = makeHttpServer({ host: "127.0.0.1", port: 0, log });
		const { apiUrl } = slack;
		platform = slackPlatform(
			{ botToken, appToken: null, install: null, signingSecret, apiUrl },
			{
				...platformTools(),
				...{ log, say: sayIn("en"), http: server.http },
				pace: { book: async () => 0, rest: async () => undefined },
			},
		);
		const rooms = openCommandHouse();
		const answer = makeAnswer(rooms.commands, {
			channels: rooms.channels,
			resume: async () => undefined,
			mayAsk: () => true,
			log,
			now: () => now,
		});
		await platform.start(rooms.commands, answer);
		address = await server.open();
	}, 60_000);

	afterAll(async () => {
		await platform.stop();
		await server.close();
		await slack.close();
	});

	const send = async (body: string, isForged = false) => {
		const time = String(Math.floor(Date.now() / 1000));
		const signature = createHmac("sha256", isForged ? "?" : signingSecret)
			.update(`v0:${time}:${body}`)
			.digest("hex");
		const { status } = await fetch(`${address}/slack/events`, {
			method: "POST",
			body,
			headers: {
				"content-type": "application/x-www-form-urlencoded",
				"x-slack-request-timestamp": time,
				"x-slack-signature": `v0=${signature}`,
			},
		});
		return status;
	};

	/** A good command is answered, whatever came before. */
	const expectAlive = async () => {
		const before = slack.responses.length;
		const asked = { command: "/tradewire", text: "help", channel: "C1" };
		const form = new URLSearchParams(slashCommand(slack, asked));
		expect(await send(form.toString())).toBe(200);
		await soon(() => expect(slack.responses.length).toBeGreaterThan(before));
	};

	test("refuses whatever is not signed, and reads nothing of it", async () => {
		const inputs = fc.oneof(
			hostileText(),
			fc.string({ unit: "binary" }).map((text) => `payload=${text}`),
			fc.json(),
		);
		await fuzz(inputs, 100, async (body) => {
			const isTrial = new URLSearchParams(body).get("ssl_check");
			if (!isTrial) expect(await send(body, true)).toBe(401);
		});
		expect(slack.responses).toEqual([]);
	});

	test("takes any shape of what Slack sends, well signed, without a fault of its own", async () => {
		const inputs = fc
			.constantFrom(...slackShapes(slack))
			.chain((shape) => mutated(shape));
		await fuzz(inputs, 250, async (payload) => {
			const json = JSON.stringify(payload);
			const isEvent = json.includes('"event_callback"');
			const form = new URLSearchParams({ payload: json }).toString();
			expect(await send(isEvent ? json : form)).toBeLessThan(500);
		});
		await expectAlive();
	});

	test("takes any command's form", async () => {
		const asked = { command: "/tariff", text: "steel", channel: "C1" };
		const field = fc.constantFrom(...Object.keys(slashCommand(slack, asked)));
		const inputs = fc.dictionary(field, hostileText(), { maxKeys: 4 });
		await fuzz(inputs, 120, async (given) => {
			const { response_url, ...changes } = given;
			const form = { ...slashCommand(slack, asked), ...changes };
			const body = new URLSearchParams(form).toString();
			expect(await send(body)).toBeLessThan(500);
		});
		await expectAlive();
	});
});
