import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { openPlatforms } from "../../adapters/index.ts";
import { makeLog } from "../../src/log.ts";
import { sayIn } from "../../src/phrases/say.ts";
import { inMemoryTranscript } from "../fakes/in-memory-transcript.ts";

const tools = {
	http: null,
	terminal: { input: new PassThrough(), output: new PassThrough() },
	transcript: inMemoryTranscript(),
	say: sayIn("en"),
	log: makeLog("error", () => {}),
};

test.each([
	[{ console: false }, ["web"]],
	[{ console: true }, ["web", "console"]],
])("with %j opens %j", async (settings, names) => {
	const { platforms } = await openPlatforms(settings, tools);
	expect(platforms.map(({ name }) => name)).toEqual(names);
});

test("a process that serves no pages still posts to the web chat", async () => {
	const { platforms } = await openPlatforms({ console: false }, tools);
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
