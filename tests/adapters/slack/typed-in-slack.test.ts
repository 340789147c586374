import { expect, test } from "vitest";
import { asTypedInSlack } from "../../../adapters/slack/typed-in-slack.ts";
import { type Block, type Card, textBlock } from "../../../src/chat/card.ts";

const commands = ["tariff", "help", "topic", "topics"];

function shown(...blocks: Block[]) {
	return asTypedInSlack({ ...empty, blocks }, commands).blocks;
}

test.each([
	["/help", "/tradewire help"],
	["/topic create a", "/tradewire topic create a"],
	["/topics", "/tradewire topics"],
	["/tariff steel", "/tariff steel"],
	["/helpless", "/helpless"],
	["see /help", "see /help"],
])("shows the command line %s as %s", (line, typed) => {
	const code = { text: line, style: "code" as const };
	expect(shown(textBlock(code))).toEqual([textBlock({ ...code, text: typed })]);
	const facts = (label: string): Block => ({
		kind: "facts",
		facts: [{ label, value: [] }],
	});
	expect(shown(facts(line))).toEqual([facts(typed)]);
});

test("leaves alone what others wrote", () => {
	const headlines: Block = {
		kind: "headlines",
		title: "/help",
		items: [{ title: "/help", url: null, outlet: "/help", at: null }],
	};
	const blocks = [textBlock("/help"), headlines];
	expect(shown(...blocks)).toEqual(blocks);
});

test("a button that is named as its line still does what it did", () => {
	const actions = [{ label: "/help", line: "/help" }];
	expect(asTypedInSlack({ ...empty, actions }, commands).actions).toEqual([
		{ label: "/tradewire help", line: "/help" },
	]);
});

const empty: Card = {
	title: "Steel",
	url: null,
	tone: "answer",
	blocks: [],
	actions: [],
	footer: null,
};
