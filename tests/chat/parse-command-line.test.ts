import fc from "fast-check";
import { expect, test } from "vitest";
import type { CommandSpec, OptionSpec } from "../../src/chat/command.ts";
import { formatCommandLine } from "../../src/chat/format-command-line.ts";
import { Mistake } from "../../src/chat/mistake.ts";
import { parseCommandLine } from "../../src/chat/parse-command-line.ts";

const option = (name: string, more: Partial<OptionSpec> = {}): OptionSpec => ({
	name,
	about: "chat.name",
	required: false,
	...more,
});
const command = (
	name: string,
	options: readonly OptionSpec[],
	subcommands: CommandSpec["subcommands"] = [],
): CommandSpec => ({
	name,
	about: "chat.name",
	example: `/${name} example`,
	audience: "asker",
	right: "anyone",
	options,
	subcommands,
});

const isMode = (word: string) => ["live", "digest", "both"].includes(word);
const isCountry = (word: string) => /^[A-Z]{2}$/.test(word);
const isDay = (word: string) => /^(mon|tue|wed|fri|sun)\b/.test(word);
const isDate = (word: string) => /^\d{4}-\d\d-\d\d$/.test(word);
const commands = [
	command("help", [option("command")]),
	command("subscriptions", []),
	command("tariff", [
		option("product", { required: true, greedy: true }),
		option("origin", { fits: isCountry }),
		option("on", { fits: isDate }),
		option("facts", { greedy: true, fits: (word) => word.includes("=") }),
	]),
	command("subscribe", [
		option("topic", { required: true, greedy: true }),
		option("mode", { fits: isMode }),
	]),
	command(
		"digest",
		[],
		[
			{ name: "now", about: "chat.name", options: [] },
			{
				name: "at",
				about: "chat.name",
				options: [
					option("time", { required: true }),
					option("zone", { greedy: true }),
					option("days", { greedy: true, fits: isDay }),
				],
			},
		],
	),
	command(
		"topic",
		[],
		[
			{
				name: "create",
				about: "chat.name",
				options: [
					option("name", { required: true }),
					option("query", { required: true, greedy: true, verbatim: true }),
				],
			},
		],
	),
	command("settings", [
		option("name", { fits: (word) => word !== "07:00" }),
		option("value", { greedy: true }),
	]),
];

const read = (line: string) => {
	const {
		command: found,
		subcommand,
		options,
	} = parseCommandLine(line, commands);
	return [found.name, ...(subcommand ? [subcommand] : []), options];
};

test.each<[string, unknown[]]>([
	[
		"/tariff kitchen cabinets MX",
		["tariff", { product: "kitchen cabinets", origin: "MX" }],
	],
	["tariff steel", ["tariff", { product: "steel" }]],
	["/TARIFF steel ORIGIN:MX", ["tariff", { product: "steel", origin: "MX" }]],
	["/tradewire tariff steel", ["tariff", { product: "steel" }]],
	["/tradewire /tariff steel", ["tariff", { product: "steel" }]],
	["/tradewire", ["help", {}]],
	["  ", ["help", {}]],
	["/tariff MX", ["tariff", { product: "MX" }]],
	[
		"/tariff steel 2025-06-04",
		["tariff", { product: "steel", on: "2025-06-04" }],
	],
	[
		"/tariff steel MX 2025-06-04 melted=US poured=US",
		[
			"tariff",
			{
				product: "steel",
				origin: "MX",
				on: "2025-06-04",
				facts: "melted=US poured=US",
			},
		],
	],
	[
		"/tariff origin:MX kitchen cabinets",
		["tariff", { origin: "MX", product: "kitchen cabinets" }],
	],
	[
		"/tariff product:kitchen cabinets origin: MX",
		["tariff", { product: "kitchen cabinets", origin: "MX" }],
	],
	[
		"/tariff product:kitchen cabinets MX",
		["tariff", { product: "kitchen cabinets", origin: "MX" }],
	],
	[
		"/tariff “kitchen cabinets” MX",
		["tariff", { product: "kitchen cabinets", origin: "MX" }],
	],
	["/tariff « bois d'œuvre »", ["tariff", { product: "bois d'œuvre" }]],
	[
		'/tariff product:"kitchen cabinets"',
		["tariff", { product: "kitchen cabinets" }],
	],
	[
		"/tariff product:„kitchen cabinets“",
		["tariff", { product: "kitchen cabinets" }],
	],
	["/tariff steel: flat", ["tariff", { product: "steel: flat" }]],
	[
		"/subscribe steel tariffs live",
		["subscribe", { topic: "steel tariffs", mode: "live" }],
	],
	[
		"/subscribe mode:live steel tariffs",
		["subscribe", { mode: "live", topic: "steel tariffs" }],
	],
	["/subscribe live", ["subscribe", { topic: "live" }]],
	['/subscribe mode:"" steel', ["subscribe", { topic: "steel" }]],
	[
		"/digest at 08:00 America/Toronto mon-fri",
		[
			"digest",
			"at",
			{ time: "08:00", zone: "America/Toronto", days: "mon-fri" },
		],
	],
	[
		"/digest at 08:00 Mexico City mon wed",
		["digest", "at", { time: "08:00", zone: "Mexico City", days: "mon wed" }],
	],
	[
		"/digest at 08:00 mon-fri",
		["digest", "at", { time: "08:00", days: "mon-fri" }],
	],
	[
		"/digest at 08:00 zone:mon-fri",
		["digest", "at", { time: "08:00", zone: "mon-fri" }],
	],
	["/digest NOW", ["digest", "now", {}]],
	[
		'/topic create autos "auto tariffs" OR said:greer',
		[
			"topic",
			"create",
			{ name: "autos", query: '"auto tariffs" OR said:greer' },
		],
	],
	[
		'/topic create autos "auto tariffs"',
		["topic", "create", { name: "autos", query: '"auto tariffs"' }],
	],
	[
		'/topic create "car parts" query:"a b" OR c',
		["topic", "create", { name: "car parts", query: '"a b" OR c' }],
	],
	[
		'/topic create autos query:"\\"auto tariffs\\""',
		["topic", "create", { name: "autos", query: '"auto tariffs"' }],
	],
	["/settings 07:00", ["settings", { value: "07:00" }]],
	[
		"/settings quiet 22:00-07:00",
		["settings", { name: "quiet", value: "22:00-07:00" }],
	],
])("understands %s", (line, expected) => {
	expect(read(line)).toEqual(expected);
});

test.each<[string, string, object, readonly string[], string | null]>([
	[
		"/tarif steel MX",
		"chat.unknownCommand",
		{ typed: "tarif" },
		["/tariff steel MX"],
		"/help",
	],
	[
		"what is this",
		"chat.unknownCommand",
		{ typed: "what" },
		["/help"],
		"/help",
	],
	[
		"/topic creat autos cars",
		"chat.unknownSubcommand",
		{ command: "topic", typed: "creat", list: "create" },
		["/topic create autos cars"],
		"/topic example",
	],
	[
		"/topic whatever",
		"chat.unknownSubcommand",
		{ command: "topic", typed: "whatever", list: "create" },
		[],
		"/topic example",
	],
	[
		"/digest",
		"chat.missingSubcommand",
		{ command: "digest", list: "now, at" },
		["/digest now"],
		"/digest example",
	],
	[
		"/tariff",
		"chat.missingOption",
		{ command: "tariff", option: "product" },
		[],
		"/tariff example",
	],
	[
		"/tariff product:",
		"chat.missingOption",
		{ command: "tariff", option: "product" },
		[],
		"/tariff example",
	],
	[
		"/tariff steel orgin:MX",
		"chat.unknownOption",
		{ command: "tariff", typed: "orgin", list: "product, origin, on, facts" },
		[],
		"/tariff example",
	],
	[
		"/help tariff please",
		"chat.tooManyWords",
		{ command: "help", words: "please" },
		[],
		"/help example",
	],
	[
		"/subscriptions all of:them",
		"chat.tooManyWords",
		{ command: "subscriptions", words: "all of:them" },
		[],
		"/subscriptions example",
	],
	[
		'/tariff "kitchen cabinets',
		"chat.openQuote",
		{ words: '"kitchen cabinets' },
		[],
		"/tariff example",
	],
	[
		`/tariff ${"x".repeat(6000)}`,
		"chat.lineTooLong",
		{ limit: 6000 },
		[],
		null,
	],
])(
	"says what is wrong with %.40s",
	(line, phrase, values, nearest, example) => {
		const mistake = mistakeOf(line);
		expect(mistake).toMatchObject({ phrase, values, nearest, example });
	},
);

test("reads back every line that it writes", () => {
	const value = fc
		.string({ unit: "grapheme", minLength: 1, maxLength: 40 })
		.map((text) => text.trim())
		.filter((text) => text !== "");
	const some = (names: readonly string[]) =>
		fc.record(Object.fromEntries(names.map((name) => [name, value])));
	const lines = fc.oneof(
		fc.tuple(
			fc.constant("tariff"),
			fc.constant(null),
			some(["product", "origin", "on", "facts"]),
		),
		fc.tuple(
			fc.constant("digest"),
			fc.constant("at"),
			some(["time", "zone", "days"]),
		),
		fc.tuple(
			fc.constant("topic"),
			fc.constant("create"),
			some(["name", "query"]),
		),
	);
	fc.assert(
		fc.property(lines, ([name, subcommand, options]) => {
			const line = formatCommandLine(name, subcommand, options);
			const back = parseCommandLine(line, commands);
			expect([back.command.name, back.subcommand]).toEqual([name, subcommand]);
			expect(back.options).toEqual(options);
		}),
	);
});

test("reads back a value that would make an address of its option", () => {
	const options = { product: "//x" };
	const line = formatCommandLine("tariff", null, options);
	expect(line).toBe('/tariff product:"//x"');
	expect(parseCommandLine(line, commands).options).toEqual(options);
});

test("throws nothing but a Mistake, whatever is typed", () => {
	const line = fc
		.tuple(
			fc.constantFrom("/tariff ", "/topic create ", "/digest at ", ""),
			fc.string(),
		)
		.map((parts) => parts.join(""));
	fc.assert(
		fc.property(line, (typed) => {
			try {
				parseCommandLine(typed, commands);
			} catch (error) {
				expect(error).toBeInstanceOf(Mistake);
			}
		}),
	);
});

test("reads the longest lines at once, however their words fit", () => {
	const started = performance.now();
	for (const word of ["mon", "a=b", "MX", '""', "x:y"]) {
		const words = `${word} `.repeat(1400);
		for (const start of ["/tariff ", "/digest at 8 ", "/topic create a "]) {
			mistakeOf(`${start}${words}end`);
		}
	}
	expect(performance.now() - started).toBeLessThan(2000);
});

function mistakeOf(line: string): unknown {
	try {
		return read(line);
	} catch (error) {
		return error;
	}
}
