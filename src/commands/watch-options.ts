import type { OptionSpec, Request } from "../chat/command.ts";
import { Mistake } from "../chat/mistake.ts";
import type { CommandTools } from "./command-tools.ts";
import { suggestGoods } from "./tariff-options.ts";

/** The options that name a duty instead of a topic: `tariff:steel origin:CA`. They come by name alone. */
export function watchOptions({ book }: Pick<CommandTools, "book">) {
	const byName = { required: false, fits: () => false };
	const goods: OptionSpec = {
		...byName,
		name: "tariff",
		about: "rates.about",
		greedy: true,
		suggest: async (typed) => suggestGoods(typed, book()),
	};
	const sides: OptionSpec[] = [
		{ ...byName, name: "importer", about: "rates.importerOption" },
		{ ...byName, name: "origin", about: "rates.originOption" },
	];
	return { goods, sides };
}

/**
 * Whether the asker named a duty rather than a topic.
 * @throws Mistake when both were named, or neither.
 */
export function isOfDuty({ options: { topic, tariff } }: Request): boolean {
	if (topic !== undefined && tariff !== undefined) {
		throw new Mistake("rates.both");
	}
	if (topic === undefined && tariff === undefined) {
		throw new Mistake("rates.neither", {}, { nearest: ["/topics"] });
	}
	return tariff !== undefined;
}
