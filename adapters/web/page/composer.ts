import type { CommandHelp } from "../wire.ts";
import {
	completionOf,
	lineValue,
	type Offer,
	type ValueWish,
} from "./completion.ts";
import { button, element, icon } from "./element.ts";
import { makeOfferList } from "./offer-list.ts";
import { suggest } from "./server.ts";
import { word } from "./words.ts";

export interface ComposerTools {
	readonly commands: readonly CommandHelp[];
	readonly channel: () => string;
	readonly send: (line: string) => void;
}

const sendDrawing = "M3 10h13M11 4.5 16.5 10 11 15.5";
const longestLine = "2000";

/** The command line: an ARIA combobox that completes as one types. */
export function makeComposer(tools: ComposerTools): HTMLFormElement {
	const input = element("input", {
		id: "command",
		type: "text",
		placeholder: word("placeholder"),
		"aria-label": word("command"),
		maxlength: longestLine,
		autocomplete: "off",
		autocapitalize: "off",
		spellcheck: "false",
		enterkeyhint: "send",
	});
	const list = makeOfferList(input, (offer) => {
		input.value = input.value.slice(0, offer.from) + offer.text;
		completer.ask();
	});
	const completer = makeCompleter(input, tools, list.offer);
	const sent: string[] = [];
	const send = () => {
		const line = input.value.trim();
		if (line === "") return;
		sent.push(line);
		input.value = "";
		completer.stop();
		tools.send(line);
	};
	input.addEventListener("input", completer.ask);
	input.addEventListener("blur", completer.stop);
	input.addEventListener("keydown", (event) => {
		if (event.key === "Escape") completer.stop();
		if (event.isComposing || list.takesKey(event)) return;
		if (event.key === "ArrowUp" && input.value === "") {
			input.value = sent.at(-1) ?? "";
			event.preventDefault();
		}
	});
	const label = { class: "send", "aria-label": word("send") };
	const go = button(label, send, icon(sendDrawing));
	const form = element("form", { class: "composer" }, list.root, input, go);
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		send();
	});
	return form;
}

/** Offers what may follow; only the newest question to the server counts. */
function makeCompleter(
	input: HTMLInputElement,
	{ commands, channel }: ComposerTools,
	offer: (offers: readonly Offer[]) => void,
): { ask: () => void; stop: () => void } {
	let asking = new AbortController();
	const stop = () => {
		asking.abort();
		offer([]);
	};
	const ask = () => {
		asking.abort();
		asking = new AbortController();
		const { signal } = asking;
		const { offers, wish } = completionOf(input.value, commands);
		if (!wish) return offer(offers);
		valueOffers(wish, channel(), signal).then(
			(values) => {
				if (!signal.aborted) offer([...values, ...offers]);
			},
			() => {
				if (!signal.aborted) offer(offers);
			},
		);
	};
	return { ask, stop };
}

/** The server's values for an option, without the one that stands there already. */
async function valueOffers(
	wish: ValueWish,
	channel: string,
	signal: AbortSignal,
): Promise<readonly Offer[]> {
	const { command, subcommand, option, typed, from } = wish;
	const query = { channel, command, subcommand, option: option.name, typed };
	const choices = await suggest(query, signal);
	return choices
		.filter(({ value }) => value !== typed.trim())
		.map(({ value, label }) => {
			const about = label === value ? "" : label;
			return { label: value, about, text: `${lineValue(value, wish)} `, from };
		});
}
