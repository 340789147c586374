import fc from "fast-check";
import type { CommandSpec, OptionSpec } from "../../src/chat/command.ts";
import { formatCommandLine } from "../../src/chat/format-command-line.ts";
import { hostileAddress, hostileText } from "../hostile/hostile-texts.ts";

const days =
	"today|yesterday|last March|tomorrow|2026-01-01|2025-06-04|2026-02-30|0001-01-01|9999-12-31|275760-09-13|30|90d|0|-1|1000|1e9|99999999999999999999";
const countries = "US|CA|MX|CN|VN|EU|BR|XX|china|mexique|US CA|usmca";
const topics =
	"steel-tariffs|steel tariffs|cusma-review|greer-statements|own|Own topic|nobody's";

/** What people do type for an option, right and nearly right; for every other option, all of it. */
const usual: Readonly<Record<string, string>> = {
	product:
		"steel|steel derivatives|kitchen cabinets|7206.10.00|7206|72|99|9903.81.87|softwood lumber|cars|0|xyzzy",
	importer: countries,
	origin: countries,
	on: days,
	from: days,
	to: days,
	days: `${days}|mon-fri|lun-vie|sat,sun|daily`,
	value:
		"1000|1,000.50|0|-1|1e400|22:00-07:00|off|10|en|fr|es|CA|UTC|America/Toronto",
	fees: "yes|no|ocean|air|maybe",
	claim: "usmca|none|kusfta|x",
	history: "yes|no",
	facts: "usmca=yes|us_content=40|=|a=b=c|value=1 weight=2",
	topic: topics,
	tariff: "steel|lumber|cars|7206.10.00",
	mode: "live|digest|both|never",
	words: "steel|tariff|softwood lumber|@everyone|the|x",
	name: "own|quiet|limit|origin|importer|language|zone|digest",
	query:
		'steel AND (tariff* OR duty)|-steel|steel NEAR/3 tariff|said:greer|@usmca|2 of (a, b, c)|"car parts" OR autopartes|steel tariff|((',
	time: "08:00|8h30|24:00|7pm|0|25:61",
	zone: "UTC|America/Toronto|Mars/Phobos|Toronto|+05:30",
	person: "greer|Mark Carney|carney|o'toole|nobody",
	url: "https://example.org/feed|http://a.b/c?d=1|example.org|ftp://x.y/",
	feed: "wire|The Wire|feed-1|none",
	state: "open|confirmed|rejected|other",
	measure: "us-232-steel|us-232-aluminum|none",
	rate: "50|0|25%|-1|1e3|999",
	act: "Proc. 10947|90 FR 24199|x",
	command: "tariff|topic create|news|nothing",
};
const everything = Object.values(usual).join("|").split("|");

/** Command lines: well formed with anything for values, jumbled, or nothing of the kind. */
export function commandLines(
	commands: readonly CommandSpec[],
	ids: readonly string[],
): fc.Arbitrary<string> {
	const any = fc.oneof(
		fc.constantFrom(...everything),
		fc.constantFrom(...ids),
		hostileText(),
		hostileAddress(),
	);
	const meant = (option: string) =>
		fc.constantFrom(
			...(usual[option]?.split("|") ?? [...ids, ...ids, ...everything]),
		);
	const mixed = (option: string) =>
		fc.oneof({ weight: 5, arbitrary: meant(option) }, any);
	const forms = commands.flatMap(({ name, options, subcommands }) => [
		{ name, sub: null, options },
		...subcommands.map((sub) => ({
			name,
			sub: sub.name,
			options: sub.options,
		})),
	]);
	const line = fc.constantFrom(...forms).chain(({ name, sub, options }) =>
		fc.oneof(
			...[meant, mixed].map((typedFor) =>
				filledIn(options, typedFor).map((given) =>
					formatCommandLine(name, sub, given),
				),
			),
			inPlace(options, meant).map((words) =>
				[`/${name}`, sub ?? "", ...words].join(" "),
			),
			jumbled(options, any).map((words) =>
				[`/${name}`, sub ?? "", ...words].join(" "),
			),
		),
	);
	return fc.oneof({ weight: 15, arbitrary: line }, hostileText());
}

type TypedFor = (option: string) => fc.Arbitrary<string>;

/** What the command needs, and any of the rest. */
function filledIn(options: readonly OptionSpec[], typedFor: TypedFor) {
	const values = options.map(({ name }) => [name, typedFor(name)]);
	const requiredKeys = options
		.filter(({ required }) => required)
		.map(({ name }) => name);
	return fc.record(
		Object.fromEntries(values) as Record<string, fc.Arbitrary<string>>,
		{ requiredKeys, noNullPrototype: true },
	);
}

/** The first options, without their names. */
function inPlace(options: readonly OptionSpec[], typedFor: TypedFor) {
	return fc
		.tuple(fc.nat(options.length), ...options.map(({ name }) => typedFor(name)))
		.map(([count, ...values]) => values.slice(0, count));
}

function jumbled(options: readonly OptionSpec[], value: fc.Arbitrary<string>) {
	const names = options.map(({ name }) => `${name}:`);
	const word = fc.oneof(
		value,
		value.map((text) => `"${text}"`),
		fc
			.tuple(fc.constantFrom("", "name:", ...names), value)
			.map((parts) => parts.join("")),
	);
	return fc.array(word, { maxLength: 6 });
}
