import { button, element } from "./element.ts";
import { type WordKey, word } from "./words.ts";

const examples: readonly (readonly [string, WordKey])[] = [
	["/tariff steel", "emptyTariff"],
	["/subscribe cusma-review", "emptySubscribe"],
	["/topics", "emptyTopics"],
	["/help", "emptyHelp"],
];

/** What a channel without messages shows: lines to begin with, each a button. */
export function emptyView(
	channel: string,
	run: (line: string) => void,
): HTMLElement {
	const items = examples.map(([line, about]) =>
		element(
			"li",
			{},
			button(
				{ class: "example" },
				() => run(line),
				element("code", {}, line),
				element("span", {}, word(about)),
			),
		),
	);
	return element(
		"section",
		{ class: "empty" },
		element("h2", { dir: "auto" }, word("emptyTitle", { channel })),
		element("p", {}, word("emptyAbout")),
		element("ul", {}, ...items),
		element("p", { class: "soft" }, word("emptyKeys")),
	);
}
