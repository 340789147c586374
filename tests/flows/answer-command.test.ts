import { describe, expect, test } from "vitest";
import { answerCard } from "../../src/cards/answer-card.ts";
import { cardText } from "../../src/chat/card-text.ts";
import type { Command, Request } from "../../src/chat/command.ts";
import { makeLimit } from "../../src/chat/limit.ts";
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
		mayAsk: () => true,
		now: () => now,
		...more,
	});
	const ask = (line: string, mayManage = true) =>
		answer({ channel, asker: { id: "u1", name: "Ana", mayManage }, line });
	return { answer, ask, channels, lines, resumed };
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

describe("whoever asks too often", () => {
	const twice = () => makeLimit({ burst: 2, perSecond: 1 }, () => 0);

	test("is told so alone, and nothing is done", async () => {
		const { ask, channels } = open({ mayAsk: twice() });
		await ask("/echo one");
		await ask("/echo two");
		await channels.change(channel, { language: "fr" });
		const { card, audience } = await ask("/guarded");
		expect(audience).toBe("asker");
		expect(card.tone).toBe("mistake");
		expect(cardText(card)).toContain("C’était trop de commandes");
	});

	test("keeps nobody else from asking, and is counted in all channels as one", async () => {
		const { answer } = open({ mayAsk: twice() });
		const told = async (id: string, place: string, more = {}) => {
			const asker = { id, name: id, mayManage: false, ...more };
			const where = { ...channel, id: place };
			const asked = { channel: where, asker, line: "/echo x" };
			return (await answer(asked)).card.tone;
		};
		const ana = ["a", "b", "c", "a"].map((place) => told("ana", place));
		expect(await Promise.all(ana)).toEqual([
			...["answer", "answer", "mistake", "mistake"],
		]);
		expect(await told("bob", "a")).toBe("answer");
	});

	test("is not counted when it is who runs the house", async () => {
		const { answer } = open({ mayAsk: () => false });
		const asker = { ...{ id: "o", name: "o" }, mayManage: true };
		const asked = { channel, line: "/echo x" };
		const operator = { ...asker, isOperator: true };
		const { card } = await answer({ ...asked, asker: operator });
		expect(card.tone).toBe("answer");
		expect((await answer({ ...asked, asker })).card.tone).toBe("mistake");
	});
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
