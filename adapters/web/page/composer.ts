import type { CommandHelp } from "../wire.ts";
import { completionOf, lineValue, type Offer } from "./completion.ts";
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
		complete();
	});
	const complete = completer(input, tools, list.offer);
	const sent: string[] = [];
	const send = () => {
		const line = input.value.trim();
		if (line === "") return;
		sent.push(line);
		input.value = "";
		list.offer([]);
		tools.send(line);
	};
	input.addEventListener("input", complete);
	input.addEventListener("keydown", (event) => {
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
function completer(
	input: HTMLInputElement,
	{ commands, channel }: ComposerTools,
	offer: (offers: readonly Offer[]) => void,
): () => void {
	let asking = new AbortController();
	return () => {
		asking.abort();
		asking = new AbortController();
		const { signal } = asking;
		const { offers, wish } = completionOf(input.value, commands);
		if (!wish) return offer(offers);
		const { command, subcommand, option, typed, from } = wish;
		const query = { command, subcommand, option: option.name, typed };
		suggest({ ...query, channel: channel() }, signal)
			.then((choices) => {
				const values = choices.map(({ value, label }): Offer => {
					const about = label === value ? "" : label;
					const text = `${lineValue(value, wish)} `;
					return { label: value, about, text, from };
				});
				if (!signal.aborted) offer([...values, ...offers]);
			})
			.catch(() => {
				if (!signal.aborted) offer(offers);
			});
	};
}
