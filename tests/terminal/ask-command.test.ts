import { expect, test } from "vitest";
import { answerCard } from "../../src/cards/answer-card.ts";
import type { Answer, Invocation } from "../../src/chat/command.ts";
import { makeAskCommand } from "../../src/terminal/ask-command.ts";
import { UsageError } from "../../src/terminal/terminal-command.ts";

function openTerminal(answer: Answer) {
	const heard = {
		printed: [] as string[],
		complained: [] as string[],
		opened: 0,
		closed: 0,
	};
	const ask = makeAskCommand(async () => {
		heard.opened++;
		return { answer, close: async () => void heard.closed++ };
	});
	const terminal = {
		input: (async function* () {})(),
		print: (line: string) => void heard.printed.push(line),
		complain: (line: string) => void heard.complained.push(line),
	};
	return { heard, run: (...words: string[]) => ask.run(words, terminal) };
}

const fine: Answer = async ({ line }) => ({
	card: answerCard(`You said ${line}`),
	audience: "asker",
});

test("asks as someone who manages the channel, and prints the card as text", async () => {
	const asked: Invocation[] = [];
	const { heard, run } = openTerminal(async (invocation) => {
		asked.push(invocation);
		return fine(invocation);
	});
	expect(await run("/tariff", "steel")).toBe(0);
	expect(heard).toEqual({
		printed: ["You said /tariff steel"],
		complained: [],
		opened: 1,
		closed: 1,
	});
	expect(asked[0]?.asker.mayManage).toBe(true);
});

test("takes a flag it does not know for a slip, not for a word", async () => {
	const { heard, run } = openTerminal(fine);
	await expect(run("/tariff steel", "--jso")).rejects.toThrow(UsageError);
	expect(heard.opened).toBe(0);
});

test("prints the card as one line of JSON when asked", async () => {
	const { heard, run } = openTerminal(fine);
	expect(await run("/help", "--json")).toBe(0);
	expect(heard.printed.map((line) => JSON.parse(line))).toEqual([
		answerCard("You said /help"),
	]);
});

test("ends with 1 and complains when the answer says what is wrong", async () => {
	const { heard, run } = openTerminal(async () => ({
		card: answerCard("No", { tone: "mistake" }),
		audience: "asker",
	}));
	expect(await run("/nonsense")).toBe(1);
	expect([heard.printed, heard.complained, heard.closed]).toEqual([
		[],
		["No"],
		1,
	]);
});

test("closes the house even when it breaks", async () => {
	const { heard, run } = openTerminal(async () => {
		throw new Error("broken");
	});
	await expect(run("/help")).rejects.toThrow("broken");
	expect(heard.closed).toBe(1);
});

test("opens nothing when there is nothing to ask", async () => {
	const { heard, run } = openTerminal(fine);
	await expect(run("--json")).rejects.toThrow(UsageError);
	expect(heard.opened).toBe(0);
});
