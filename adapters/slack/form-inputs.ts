import type { types } from "@slack/bolt";
import type { Choice, OptionSpec } from "../../src/chat/command.ts";
import type { Say } from "../../src/phrases/say.ts";
import type { Form, Given } from "./form-of.ts";
import { cutText } from "./slack-text.ts";

/** Every field is a block of its own, named as its option; what it holds is named so. */
const field = "field";
/** `action_id` of the fields that offer choices. */
export const choiceField = "choice";

const longestTyped = 3_000;
const longestChoice = 150;
const longestLabel = 75;
const mostChoices = 100;

/** One field for each option: a clock, a list that searches as one types, or text; with what was given. */
export function formInputs(
	form: Form,
	given: Given,
	say: Say,
): types.InputBlock[] {
	return form.options.map((option) => ({
		type: "input",
		block_id: option.name,
		optional: !option.required,
		label: plain(option.name),
		hint: plain(say(option.about)),
		element: elementFor(option, form, given[option.name] ?? ""),
	}));
}

function elementFor(
	option: OptionSpec,
	{ times }: Form,
	value: string,
): types.InputBlock["element"] {
	if (times.includes(option.name)) {
		const isTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
		const initial = isTime ? { initial_time: value } : {};
		return { type: "timepicker", action_id: field, ...initial };
	}
	if (option.suggest && value.length <= longestChoice) {
		const [chosen] = choiceOptions([{ value, label: value }]);
		return {
			type: "external_select",
			action_id: choiceField,
			min_query_length: 0,
			...(chosen ? { initial_option: chosen } : {}),
		};
	}
	return {
		type: "plain_text_input",
		action_id: field,
		multiline: option.verbatim ?? false,
		max_length: longestTyped,
		...(value ? { initial_value: value.slice(0, longestTyped) } : {}),
	};
}

/**
 * What a list offers, and what was typed as well: our commands understand more
 * than they suggest.
 */
export function offered(
	choices: readonly Choice[],
	typed: string,
): types.PlainTextOption[] {
	const own = { value: typed.trim(), label: typed.trim() };
	const isThere = choices.some(({ value }) => value === own.value);
	const all = isThere ? choices : [...choices.slice(0, mostChoices - 1), own];
	return choiceOptions(all.slice(0, mostChoices));
}

function choiceOptions(choices: readonly Choice[]): types.PlainTextOption[] {
	return choices
		.filter(({ value }) => value !== "" && value.length <= longestChoice)
		.map(({ value, label }) => ({
			text: plain(cutText(label || value, longestLabel)),
			value,
		}));
}

/** What Slack tells of a field. */
interface Filled {
	readonly value?: string | null | undefined;
	readonly selected_time?: string | null | undefined;
	readonly selected_option?: { readonly value: string } | null | undefined;
}

/** The values that were filled in, by their options' names. */
export function filledIn(
	values: Readonly<Record<string, Readonly<Record<string, Filled>>>>,
): Given {
	return Object.fromEntries(
		Object.entries(values).flatMap(([name, fields]) => {
			const [filled] = Object.values(fields);
			const { selected_time, selected_option } = filled ?? {};
			const value = filled?.value ?? selected_time ?? selected_option?.value;
			return value?.trim() ? [[name, value]] : [];
		}),
	);
}

function plain(text: string): types.PlainTextElement {
	return { type: "plain_text", text, emoji: false };
}
