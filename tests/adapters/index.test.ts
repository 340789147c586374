import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { openPlatforms } from "../../adapters/index.ts";
import { paceAlone } from "../../src/chat/pace.ts";
import { makeLog } from "../../src/log.ts";
import { sayIn } from "../../src/phrases/say.ts";
import { inMemoryTranscript } from "../fakes/in-memory-transcript.ts";
import { inMemoryVault } from "../fakes/in-memory-vault.ts";

const tools = {
	http: null,
	terminal: { input: new PassThrough(), output: new PassThrough() },
	transcript: inMemoryTranscript(),
	pace: paceAlone(),
	vault: inMemoryVault(),
	drawPng: async () => new Uint8Array(),
	say: sayIn("en"),
	log: makeLog("error", () => {}),
};

const slack = {
	botToken: null,
	appToken: null,
	signingSecret: null,
	clientId: null,
	clientSecret: null,
	stateSecret: null,
	apiUrl: null,
};

const discord = { token: null, applicationId: null, apiUrl: null };
const nothing = { console: false, anyoneManages: false, slack, discord };

test.each([
	[{}, ["web"]],
	[{ console: true }, ["web", "console"]],
	[{ discord: { ...discord, token: "t" } }, ["web", "discord"]],
	[{ slack: { ...slack, botToken: "b", appToken: "a" } }, ["web", "slack"]],
	[
		{ slack: { ...slack, botToken: "b", signingSecret: "s" } },
		["web", "slack"],
	],
	[
		{ slack: { ...slack, clientId: "i", clientSecret: "c", appToken: "a" } },
		["web", "slack"],
	],
])("with %j opens %j", async (settings, names) => {
	const { platforms } = await openPlatforms({ ...nothing, ...settings }, tools);
	expect(platforms.map(({ name }) => name)).toEqual(names);
});

test.each([
	slack,
	{ ...slack, botToken: "b" },
	{ ...slack, appToken: "a", signingSecret: "s" },
])("says which Slack setting is missing from %j", async (slack) => {
	const settings = { ...nothing, slack };
	const { notConnected } = await openPlatforms(settings, tools);
	expect(notConnected.join("\n")).toMatch(/Slack: not connected .*SLACK_BOT/);
});

test("says which Discord setting is missing", async () => {
	const { notConnected } = await openPlatforms(nothing, tools);
	expect(notConnected).toContainEqual(expect.stringContaining("DISCORD_TOKEN"));
});

test("a process that serves no pages still posts to the web chat", async () => {
	const { platforms } = await openPlatforms(nothing, tools);
	const [web] = platforms;
	const channel = { platform: "web", id: "general" };
	const look = { tone: "news", blocks: [], actions: [] } as const;
	const card = { title: "Steel", url: null, footer: null, ...look };
	await web?.start([], async () => ({ card, audience: "asker" }));
	await web?.post(channel, card, "k1");
	const said = await tools.transcript.latest("general", 1);
	expect(said).toMatchObject([{ key: "k1", card: { title: "Steel" } }]);
	await web?.stop();
});
