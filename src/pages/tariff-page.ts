import type { Action } from "../chat/card.ts";
import type { Answer, CommandSpec } from "../chat/command.ts";
import { formatCommandLine } from "../chat/format-command-line.ts";
import { Mistake } from "../chat/mistake.ts";
import { parseCommandLine } from "../chat/parse-command-line.ts";
import { tariffAddress } from "../commands/tariff-address.ts";
import { html } from "../desk/html.ts";
import { type Language, languages, sayIn } from "../phrases/say.ts";
import { cardHtml } from "./card-html.ts";

/** What the tariff page works with. */
export interface TariffPageTools {
	readonly commands: readonly CommandSpec[];
	/** Answers in that language, for a reader in no channel. */
	answerIn(language: Language): Answer;
}

/** A page and the status it is sent with. */
interface Page {
	readonly status: 200 | 404;
	readonly html: string;
}

/** Whoever reads a page may ask, and manages nothing. */
const reader = { id: "page", name: "page", mayManage: false };
const longestValue = 500;

/**
 * Answers `/tariff/<product>?origin=…&on=…` as `/tariff` does in chat. The
 * names after `?` are the command's options, and `lang`; others are left out.
 */
export async function tariffPage(
	product: string,
	query: Readonly<Record<string, unknown>>,
	tools: TariffPageTools,
): Promise<Page> {
	const language = languages.find((one) => one === query.lang) ?? "en";
	const options = {
		product: product.slice(0, longestValue),
		...given(query, tools),
	};
	const { card } = await tools.answerIn(language)({
		channel: { platform: "page", id: language },
		asker: reader,
		line: formatCommandLine("tariff", null, options),
	});
	const say = sayIn(language);
	const address = (action: Action) => addressOf(action, language, tools);
	const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${card.title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/pages/page.css">
</head>
<body>
<main>${cardHtml(card, address)}</main>
<p class="about">${say("pages.about")}</p>
</body>
</html>
`;
	return { status: card.tone === "mistake" ? 404 : 200, html: page.text };
}

function given(
	query: Readonly<Record<string, unknown>>,
	{ commands }: TariffPageTools,
): Record<string, string> {
	const names = optionNames(commands).filter((name) => name !== "product");
	const pairs = names.flatMap((name) => {
		const value = query[name];
		return typeof value === "string"
			? [[name, value.slice(0, longestValue)] as const]
			: [];
	});
	return Object.fromEntries(pairs);
}

function optionNames(commands: readonly CommandSpec[]): string[] {
	const command = commands.find(({ name }) => name === "tariff");
	return command?.options.map(({ name }) => name) ?? [];
}

/** Another question to `/tariff` is another page; what else a button does needs a channel. */
function addressOf(
	{ line }: Action,
	language: Language,
	{ commands }: TariffPageTools,
): string | null {
	try {
		const { command, options } = parseCommandLine(line, commands);
		if (command.name !== "tariff") return null;
		const lang = language === "en" ? {} : { lang: language };
		return tariffAddress({ ...options, ...lang });
	} catch (error) {
		if (error instanceof Mistake) return null;
		throw error;
	}
}
