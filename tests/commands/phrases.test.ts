import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import cards from "../../src/phrases/en/cards.json" with { type: "json" };
import chat from "../../src/phrases/en/chat.json" with { type: "json" };
import commands from "../../src/phrases/en/commands.json" with { type: "json" };
import { type PhraseKey, sayIn } from "../../src/phrases/say.ts";

const root = resolve(import.meta.dirname, "../..");
const source = ["src", "adapters"]
	.flatMap((top) =>
		readdirSync(join(root, top), { recursive: true, encoding: "utf8" })
			.filter((file) => file.endsWith(".ts"))
			.map((file) => readFileSync(join(root, top, file), "utf8")),
	)
	.join("\n");

const phrases = Object.entries({ cards, chat, commands }).flatMap(
	([room, catalogue]) =>
		Object.entries(catalogue).map(([name, text]) => ({
			key: `${room}.${name}`,
			text,
		})),
);
const keys = new Set(phrases.map(({ key }) => key));

/** Values that every phrase can be said with: selects take their other branch. */
const anything = new Proxy<Record<string, number>>(
	{},
	{
		get: () => 2,
		has: () => true,
		getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true }),
	},
);

test("says every phrase of chat, commands and cards somewhere", () => {
	const idle = [...keys].filter((key) => !source.includes(`"${key}"`));
	expect(idle).toEqual([]);
});

/** Slack's own methods bear a room's name. */
const slackMethods = ["chat.postMessage", "chat.update"];

test("has a phrase for every key that is said", () => {
	const said = source.matchAll(/"((?:cards|chat|commands)\.[a-zA-Z]+)"/g);
	const missing = [...said]
		.map(([, key]) => key)
		.filter((key = "") => !keys.has(key) && !slackMethods.includes(key));
	expect(missing).toEqual([]);
});

test.each(phrases)("can say $key", ({ key }) => {
	const said = sayIn("en")(key as PhraseKey, anything); // the keys come from the files themselves
	expect(said).not.toBe("");
	expect(said).not.toMatch(/[{}]|undefined|\s{2}/);
});

test("writes quotes and apostrophes as print does", () => {
	const plain = phrases.filter(({ text }) => /["']/.test(text));
	expect(plain).toEqual([]);
});
