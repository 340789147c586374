import { createHmac } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { slackPlatform } from "../../../adapters/slack/slack-platform.ts";
import type { ChatPlatform } from "../../../src/chat/chat-platform.ts";
import type { Invocation } from "../../../src/chat/command.ts";
import { makeHttpServer } from "../../../src/desk/http-server.ts";
import { makeLog } from "../../../src/log.ts";
import { sayIn } from "../../../src/phrases/say.ts";
import { openCommandHouse } from "../../commands/command-house.ts";
import { platformTools } from "../../fakes/platform-tools.ts";
import { submission } from "./asking-house.ts";
import { botToken, FakeSlack } from "./fake-slack.ts";
import { buttonPress, channelOf, slashCommand, soon } from "./slack-house.ts";

vi.setConfig({ testTimeout: 20_000 });

const signingSecret = "shhh";
const log = makeLog("error", () => {});
let slack: FakeSlack;
let server: ReturnType<typeof makeHttpServer>;
let platform: ChatPlatform;
let asked: Invocation[];
let address: string;

beforeEach(async () => {
	slack = new FakeSlack();
	await slack.open();
	server = makeHttpServer({ host: "127.0.0.1", port: 0, log });
	const { apiUrl } = slack;
	platform = slackPlatform(
		{ botToken, appToken: null, install: null, signingSecret, apiUrl },
		{ log, say: sayIn("en"), http: server.http, ...platformTools() },
	);
	asked = [];
	await platform.start(openCommandHouse().commands, async (invocation) => {
		asked.push(invocation);
		const look = { tone: "answer", blocks: [], actions: [] } as const;
		const card = { title: "Done", url: null, footer: null, ...look };
		return { card, audience: "asker" };
	});
	address = await server.open();
});

afterEach(async () => {
	await platform.stop();
	await server.close();
	await slack.close();
});

interface Sent {
	readonly secret?: string;
	/** Seconds ago that Slack signed it. */
	readonly age?: number;
	readonly headers?: Record<string, string>;
}

function send(body: string, { secret, age = 0, headers }: Sent = {}) {
	const time = String(Math.floor(Date.now() / 1000) - age);
	const signature = createHmac("sha256", secret ?? signingSecret)
		.update(`v0:${time}:${body}`)
		.digest("hex");
	const isJson = body.startsWith("{");
	return fetch(`${address}/slack/events`, {
		method: "POST",
		body,
		headers: {
			"content-type": isJson
				? "application/json"
				: "application/x-www-form-urlencoded",
			"x-slack-request-timestamp": time,
			"x-slack-signature": `v0=${signature}`,
			...headers,
		},
	});
}

const command = () => {
	const asked = { command: "/tariff", text: "steel & iron", channel: "C1" };
	return new URLSearchParams(slashCommand(slack, asked)).toString();
};

test("a signed command is acknowledged with nothing, then answered", async () => {
	const response = await send(command());
	expect(response.status).toBe(200);
	expect(await response.text()).toBe("");
	await soon(() => expect(slack.responses).toHaveLength(1));
	expect(asked).toMatchObject([
		{ line: "/tariff steel & iron", channel: channelOf("C1") },
	]);
});

test("a signed press is the button's line", async () => {
	const press = buttonPress(slack, { value: "/story abc", channel: "C1" });
	const payload = JSON.stringify(press);
	const body = new URLSearchParams({ payload }).toString();
	expect((await send(body)).status).toBe(200);
	await soon(() => expect(slack.responses).toHaveLength(1));
	expect(asked).toMatchObject([{ line: "/story abc" }]);
});

const view = {
	...{ id: "V1", type: "modal", callback_id: "tradewire_form", blocks: [] },
	private_metadata: JSON.stringify({
		...{ channel: channelOf("C1").id, form: "digest at" },
	}),
};
const sendPayload = (payload: object, sent?: Sent) =>
	send(
		new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
		sent,
	);

test("a signed form is answered with what it shows next", async () => {
	const filled = { time: { type: "timepicker", selected_time: "08:00" } };
	const response = await sendPayload(submission(view, filled));
	expect(asked).toMatchObject([{ line: "/digest at time:08:00" }]);
	expect(await response.json()).toMatchObject({
		response_action: "update",
		view: { type: "modal" },
	});
});

test("a form signed with another secret is refused", async () => {
	const filled = { time: { type: "timepicker", selected_time: "08:00" } };
	const forged = { secret: "guessed" };
	const response = await sendPayload(submission(view, filled), forged);
	expect(response.status).toBe(401);
	expect(asked).toEqual([]);
});

test("a signed list is answered with its choices", async () => {
	const typed = { action_id: "choice", block_id: "days", value: "daily" };
	const user = { id: "U1", name: "ana" };
	const asking = { type: "block_suggestion", team: { id: "T0HOUSE" }, user };
	const response = await sendPayload({ ...asking, ...typed, view });
	const told: unknown = await response.json();
	const text = { type: "plain_text", text: "daily", emoji: false };
	const options = expect.arrayContaining([{ text, value: "daily" }]);
	expect(told).toEqual({ options });
});

test("proves to Slack that the address is ours", async () => {
	const challenge = { type: "url_verification", challenge: "abc" };
	const response = await send(JSON.stringify(challenge));
	expect(await response.json()).toEqual({ challenge: "abc" });
});

test.each<[string, Sent]>([
	["signed with another secret", { secret: "guessed" }],
	["signed long ago", { age: 301 }],
	["signed in the future", { age: -310 }],
	["signed in another way", { headers: { "x-slack-signature": "v1=00" } }],
	[
		"whose time is no number",
		{ headers: { "x-slack-request-timestamp": "1e9" } },
	],
	["without a signature", { headers: { "x-slack-signature": "" } }],
	["without a time", { headers: { "x-slack-request-timestamp": "" } }],
])("refuses a command %s", async (_name, sent) => {
	const response = await send(command(), sent);
	expect(response.status).toBe(401);
	expect(asked).toEqual([]);
});

test.each(["{not json", "payload=%7Bnot", "payload=3"])(
	"refuses a signed body that it cannot read: %s",
	async (body) => {
		expect((await send(body)).status).toBe(400);
	},
);

test("answers Slack's trial of the certificate, and does nothing", async () => {
	const response = await send("ssl_check=1&token=legacy", { secret: "none" });
	expect(response.status).toBe(200);
	expect(asked).toEqual([]);
});

test("leaves other routes their own way of reading", async () => {
	const response = await fetch(`${address}/slack/other`, { method: "POST" });
	expect(response.status).toBe(404);
});

test("a recorded request does nothing when it is sent again, even at once", async () => {
	const time = String(Math.floor(Date.now() / 1000));
	const body = command();
	const hash = createHmac("sha256", signingSecret);
	const signature = hash.update(`v0:${time}:${body}`).digest("hex");
	const headers = {
		"content-type": "application/x-www-form-urlencoded",
		"x-slack-request-timestamp": time,
		"x-slack-signature": `v0=${signature}`,
	};
	const sent = { method: "POST", body, headers };
	const all = await Promise.all(
		[1, 2, 3].map(() => fetch(`${address}/slack/events`, sent)),
	);
	expect(all.map(({ status }) => status)).toEqual([200, 200, 200]);
	await soon(() => expect(slack.responses).toHaveLength(1));
	expect((await fetch(`${address}/slack/events`, sent)).status).toBe(200);
	expect(asked).toHaveLength(1);
});

test("takes a body as large as Slack's own, and none larger", async () => {
	const padded = (length: number) => `${command()}&pad=${"x".repeat(length)}`;
	expect((await send(padded(900_000))).status).toBe(200);
	expect((await send(padded(1_100_000))).status).toBe(413);
});
