import type { Request } from "../chat/command.ts";
import { Mistake } from "../chat/mistake.ts";
import {
	type SubscriptionMode,
	subscriptionModes,
} from "../topics/subscription.ts";

/**
 * The mode that was typed; undefined where none was.
 * @throws Mistake that offers the modes.
 */
export function modeAsked({ options }: Request): SubscriptionMode | undefined {
	const { topic = "", mode: typed } = options;
	if (typed === undefined) return undefined;
	const mode = modeOf(typed);
	if (mode) return mode;
	const { tariff } = options;
	throw modeMistake(tariff === undefined ? topic : `tariff:"${tariff}"`, typed);
}

/** Offers what was asked for in each mode. */
export function modeMistake(words: string, typed: string): Mistake {
	const nearest = subscriptionModes.map(
		(mode) => `/subscribe ${words} ${mode}`,
	);
	return new Mistake("commands.modeUnknown", { typed }, { nearest });
}

/** The mode that a word is, in any case of its letters. */
export function modeOf(word: string): SubscriptionMode | undefined {
	return subscriptionModes.find((mode) => mode === word.toLowerCase());
}
