import { describe, expect, test } from "vitest";
import {
	completionOf,
	lineValue,
} from "../../../adapters/web/page/completion.ts";
import type { CommandHelp, OptionHelp } from "../../../adapters/web/wire.ts";

const option = (name: string, more: Partial<OptionHelp> = {}): OptionHelp => {
	const about = `about ${name}`;
	return {
		name,
		about,
		required: false,
		greedy: false,
		suggests: true,
		...more,
	};
};
const command = (
	name: string,
	more: Partial<CommandHelp> = {},
): CommandHelp => {
	const about = `about ${name}`;
	const example = `/${name}`;
	return { name, about, example, options: [], subcommands: [], ...more };
};
const product = option("product", { greedy: true, required: true });
const commands = [
	command("tariff", {
		options: [product, option("importer"), option("origin")],
	}),
	command("topic", {
		subcommands: [
			{ name: "create", about: "", options: [option("name")] },
			{ name: "show", about: "", options: [option("name")] },
		],
	}),
	command("topics"),
	command("subscribe", { options: [option("topic"), option("mode")] }),
];

const labels = (line: string) =>
	completionOf(line, commands).offers.map(({ label }) => label);
const wish = (line: string) => {
	const { wish } = completionOf(line, commands);
	return wish && [wish.option.name, wish.typed, wish.from, wish.prefix];
};

describe("offers", () => {
	test.each([
		["", []],
		["/", ["/tariff", "/topic", "/topics", "/subscribe"]],
		["/t", ["/tariff", "/topic", "/topics"]],
		["TOP", ["/topic", "/topics"]],
		["/nothing", []],
		["/topic ", ["create", "show"]],
		["/topic s", ["show"]],
		["/topic burn ", []],
		["/tariff st", []],
		["/tariff steel o", ["origin:"]],
		["/tariff steel origin:MX im", ["importer:"]],
	] as const)("for %j are %j", (line, wanted) => {
		expect(labels(line)).toEqual(wanted);
	});
});

describe("values asked for", () => {
	test.each([
		["/tariff", null],
		["/tariff ", ["product", "", 8, ""]],
		["/tariff st", ["product", "st", 8, ""]],
		["/tariff kitchen cab", ["product", "kitchen cab", 8, ""]],
		["/tariff steel origin:", ["origin", "", 14, "origin:"]],
		["/tariff steel origin:M", ["origin", "M", 14, "origin:"]],
		['/tariff steel origin:"Costa R', ["origin", "Costa R", 14, "origin:"]],
		["/subscribe cus", ["topic", "cus", 11, ""]],
		["/subscribe cusma-review l", ["mode", "l", 24, ""]],
		["/subscribe mode:live cus", ["topic", "cus", 21, ""]],
		["/topic show ", ["name", "", 12, ""]],
		["/topics ", null],
		["/nothing at all", null],
	] as const)("for %j are %j", (line, wanted) => {
		expect(wish(line)).toEqual(wanted);
	});
});

test.each([
	["/tariff k", "kitchen cabinets", "kitchen cabinets"],
	["/tariff steel origin:C", "Costa Rica", 'origin:"Costa Rica"'],
	["/subscribe c", "cusma review", '"cusma review"'],
	["/subscribe c", "cusma-review", "cusma-review"],
])("after %j the value %j stands as %j", (line, value, wanted) => {
	const { wish } = completionOf(line, commands);
	if (!wish) throw new Error("no value is asked for");
	expect(lineValue(value, wish)).toBe(wanted);
});
