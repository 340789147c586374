import fc from "fast-check";
import type { CommandSpec, OptionSpec } from "../../src/chat/command.ts";
import { formatCommandLine } from "../../src/chat/format-command-line.ts";
import { hostileAddress, hostileText } from "../hostile/hostile-texts.ts";

/** What people do type, right and nearly right. */
const usual =
	"steel|kitchen cabinets|7206.10.00|72|99|0|-1|1000|1,000.50|1e400|99999999999999999999|US|CA|MX|EU|XX|china|2026-01-01|2026-02-30|yesterday|last March|tomorrow|0001-01-01|275760-09-13|+1 day|live|digest|both|steel-tariffs|cusma-review|own|greer|Mark Carney|08:00|8h30|24:00|UTC|America/Toronto|Mars/Phobos|mon-fri|lun-vie|sat,sun|en|fr|es|quiet|22:00-07:00|limit|origin|importer|now|off|list|https://example.org/feed|wire|steel AND (tariff* OR duty)|-steel|steel NEAR/3 tariff|said:greer|@usmca|2 of (a, b, c)|us-232-steel|25%|usmca=yes".split(
		"|",
	);

/** Command lines: well formed with anything for values, jumbled, or nothing of the kind. */
export function commandLines(
	commands: readonly CommandSpec[],
	ids: readonly string[],
): fc.Arbitrary<string> {
	const value = fc.oneof(
		{ weight: 3, arbitrary: fc.constantFrom(...usual) },
		fc.constantFrom(...ids),
		hostileText(),
		hostileAddress(),
	);
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
			filledIn(options, value).map((given) =>
				formatCommandLine(name, sub, given),
			),
			typed(options, value).map((words) =>
				[`/${name}`, sub ?? "", ...words].join(" "),
			),
		),
	);
	return fc.oneof({ weight: 9, arbitrary: line }, hostileText());
}

/** Every option, or any of them. */
function filledIn(options: readonly OptionSpec[], value: fc.Arbitrary<string>) {
	return fc.record(
		Object.fromEntries(options.map(({ name }) => [name, value])),
		{ requiredKeys: [] },
	);
}

function typed(options: readonly OptionSpec[], value: fc.Arbitrary<string>) {
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
