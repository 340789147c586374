import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { consolePlatform } from "../../../adapters/console/console-platform.ts";
import type { Card } from "../../../src/chat/card.ts";
import { cardText } from "../../../src/chat/card-text.ts";
import type { ChatPlatform } from "../../../src/chat/chat-platform.ts";
import { makeLog } from "../../../src/log.ts";
import { sayIn } from "../../../src/phrases/say.ts";
import {
	describeChatPlatform,
	type PlatformWorld,
} from "../../contracts/chat-platform.ts";
import { breakable } from "../../fakes/breakable.ts";
import { inMemoryTranscript } from "../../fakes/in-memory-transcript.ts";

const log = makeLog("error", () => {});
const channel = { platform: "console", id: "terminal" };

function openConsole() {
	const input = new PassThrough();
	const output = new PassThrough();
	let printed = "";
	output.on("data", (bytes) => {
		printed += bytes;
	});
	const { whole, breakDown } = breakable(inMemoryTranscript());
	const tools = { input, output, transcript: whole, say: sayIn("en"), log };
	const platform = consolePlatform(tools);
	return {
		input,
		platform,
		transcript: whole,
		breakDown,
		printed: () => printed,
	};
}

async function consoleWorld(): Promise<PlatformWorld> {
	const { input, platform, transcript, breakDown, printed } = openConsole();
	return {
		platform,
		channels: [channel, { platform: "console", id: "elsewhere" }],
		async heard({ id }) {
			const said = await transcript.latest(id, 1000);
			const last = said.at(-1);
			// What stands in the transcript has also been printed, to the last card.
			const text = last ? cardText(last.card) : "";
			await vi.waitFor(() => expect(printed()).toContain(text));
			const posts = said.filter(({ revision }) => revision === 1);
			return posts.map(({ key, replyTo }) => {
				const newest = said.findLast((one) => one.key === key);
				const shown = newest ? cardText(newest.card) : "";
				return { id: key, text: shown, replyTo, pinged: [] };
			});
		},
		async ask(_channel, line) {
			const before = printed().length;
			input.write(`${line}\n`);
			await vi.waitFor(() => expect(printed().length).toBeGreaterThan(before));
			return printed().slice(before);
		},
		breakDown,
		leftOut: /^nothing is ever left out$/,
		async close() {},
	};
}

describeChatPlatform("the console", consoleWorld);

describe("the console", () => {
	let open: ReturnType<typeof openConsole>;
	let platform: ChatPlatform;

	beforeEach(async () => {
		open = openConsole();
		platform = open.platform;
		await platform.start([], async ({ line }) => {
			if (line === "/break") throw new Error("store is away");
			return { card: saying(`answer to ${line}`), audience: "asker" };
		});
	});

	afterEach(() => platform.stop());

	const printed = (text: string | RegExp) =>
		vi.waitFor(() => expect(open.printed()).toMatch(text));

	test("answers lines in the order typed, however they arrive", async () => {
		open.input.write("/one\n/two\n\n/three\n");
		await printed(/answer to \/one.*answer to \/two.*answer to \/three/s);
	});

	test("says in words that a command failed, and goes on", async () => {
		open.input.write("/break\n/next\n");
		await printed(/could not answer just now.*answer to \/next/s);
	});

	test("prints an update under a mark, and names the post that a reply is of", async () => {
		const post = await platform.post(channel, saying("Steel at 25%"), "k1");
		await platform.update(post, saying("Steel at 50%"));
		await platform.post(channel, saying("In force today"), "k2", post);
		await printed(/\[updated\]\nSteel at 50%/);
		await printed(/\[follow-up to: Steel at 50%\]\nIn force today/);
	});

	test("keeps other channels out of the terminal", async () => {
		await platform.post({ ...channel, id: "other" }, saying("Elsewhere"), "k1");
		await platform.post(channel, saying("Here"), "k2");
		await printed("Here");
		expect(open.printed()).not.toContain("Elsewhere");
	});

	test("answers what was typed before it stops", async () => {
		open.input.write("/last\n");
		await printed(/last/);
		await platform.stop();
		expect(open.printed()).toContain("answer to /last");
	});
});

function saying(title: string): Card {
	const tone = "news";
	return { title, url: null, tone, blocks: [], actions: [], footer: null };
}
