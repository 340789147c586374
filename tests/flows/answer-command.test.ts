import { expect, test } from "vitest";
import { answerCard } from "../../src/cards/answer-card.ts";
import { cardText } from "../../src/chat/card-text.ts";
import type { Command, Request } from "../../src/chat/command.ts";
import { Mistake } from "../../src/chat/mistake.ts";
import {
	type AnswerTools,
	makeAnswer,
} from "../../src/flows/answer-command.ts";
import { makeLog } from "../../src/log.ts";
import { inMemoryStore } from "../fakes/in-memory-store.ts";

const channel = { platform: "test", id: "room" };
const now = new Date("2026-06-04T12:00:00Z");
const command = (
	name: string,
	answer: (request: Request) => Promise<ReturnType<typeof answerCard>>,
	right: Command["right"] = "anyone",
): Command => ({
	name,
	about: "chat.name",
	example: `/${name} an example`,
	audience: "channel",
	right,
	options: [
		{ name: "words", about: "chat.name", required: false, greedy: true },
	],
	subcommands: [],
	answer,
});
const commands = [
	command("echo", async ({ options, asker, now: at }) =>
		answerCard(`${asker.name}: ${options.words} at ${at.toISOString()}`),
	),
	command("guarded", async () => answerCard("let in"), "manager"),
	command("wrong", async () => {
		throw new Mistake(
			"chat.tooManyWords",
			{ command: "wrong", words: "x" },
			{ nearest: ["/echo x"] },
		);
	}),
	command("broken", async () => {
		throw new Error("disk full");
	}),
];

function open(more: Partial<AnswerTools> = {}) {
	const lines: string[] = [];
	const resumed: string[] = [];
	const { channels } = inMemoryStore();
	const answer = makeAnswer(commands, {
		channels,
		resume: async ({ id }) => void resumed.push(id),
		log: makeLog("info", (line) => lines.push(line), { now: () => now }),
		now: () => now,
		...more,
	});
	const ask = (line: string, mayManage = true) =>
		answer({ channel, asker: { id: "u1", name: "Ana", mayManage }, line });
	return { ask, channels, lines, resumed };
}

test("gives the command what was asked, and its answer to the audience it names", async () => {
	const { ask } = open();
	const { card, audience } = await ask("/echo hello there");
	expect(card.title).toBe("Ana: hello there at 2026-06-04T12:00:00.000Z");
	expect(audience).toBe("channel");
});

test("tells a mistake to the asker alone, with an example and the nearest as buttons", async () => {
	const { ask } = open();
	const { card, audience } = await ask("/wrong");
	expect(audience).toBe("asker");
	expect(card.tone).toBe("mistake");
	expect(card.actions).toEqual([{ label: "/echo x", line: "/echo x" }]);
	expect(cardText(card)).toBe(`I could not do that

/wrong has no place for “x”.

For example: /wrong an example

Try one of these:

> /echo x`);
});

test("says what is nearest to a command that does not exist", async () => {
	const { ask } = open();
	const { card } = await ask("/ecco hello");
	expect(card.actions).toEqual([{ label: "/echo hello", line: "/echo hello" }]);
});

test("keeps a manager's command from others", async () => {
	const { ask } = open();
	expect(cardText((await ask("/guarded", false)).card)).toContain(
		"Only someone who manages this channel may do that.",
	);
	expect((await ask("/guarded", true)).card.title).toBe("let in");
});

test("hides a fault behind a reference that the log explains", async () => {
	const { ask, lines } = open();
	const { card, audience } = await ask("/broken");
	const text = cardText(card);
	const reference = /reference ([0-9a-f]{8})\./.exec(text)?.[1];
	expect(audience).toBe("asker");
	expect(text).not.toContain("disk full");
	expect(lines.map((line) => JSON.parse(line))).toMatchObject([
		{
			level: "error",
			event: "command broke",
			reference,
			line: "/broken",
			error: { error: "disk full" },
		},
	]);
});

test("answers even while the store is down", async () => {
	const down = {
		settings: async () => {
			throw new Error("store closed");
		},
		change: async () => {
			throw new Error("store closed");
		},
		all: async () => [],
	};
	const { card } = await open({ channels: down }).ask("/echo hi");
	expect(card.title).toBe("Something broke here");
});

test("resumes a suspended channel when someone asks there again", async () => {
	const { ask, channels, resumed } = open();
	await ask("/echo hi");
	expect(resumed).toEqual([]);
	await channels.change(channel, {
		suspended: { reason: "kicked", since: now },
	});
	await ask("/echo hi");
	expect(resumed).toEqual(["room"]);
});
