import cards from "./en/cards.json" with { type: "json" };
import chat from "./en/chat.json" with { type: "json" };
import commands from "./en/commands.json" with { type: "json" };
import desk from "./en/desk.json" with { type: "json" };
import gate from "./en/gate.json" with { type: "json" };
import names from "./en/names.json" with { type: "json" };
import pages from "./en/pages.json" with { type: "json" };
import platforms from "./en/platforms.json" with { type: "json" };
import proposals from "./en/proposals.json" with { type: "json" };
import rates from "./en/rates.json" with { type: "json" };
import tariffs from "./en/tariffs.json" with { type: "json" };
import web from "./en/web.json" with { type: "json" };
import esCards from "./es/cards.json" with { type: "json" };
import esChat from "./es/chat.json" with { type: "json" };
import esCommands from "./es/commands.json" with { type: "json" };
import esNames from "./es/names.json" with { type: "json" };
import esPages from "./es/pages.json" with { type: "json" };
import esProposals from "./es/proposals.json" with { type: "json" };
import esRates from "./es/rates.json" with { type: "json" };
import esTariffs from "./es/tariffs.json" with { type: "json" };
import frCards from "./fr/cards.json" with { type: "json" };
import frChat from "./fr/chat.json" with { type: "json" };
import frCommands from "./fr/commands.json" with { type: "json" };
import frNames from "./fr/names.json" with { type: "json" };
import frPages from "./fr/pages.json" with { type: "json" };
import frProposals from "./fr/proposals.json" with { type: "json" };
import frRates from "./fr/rates.json" with { type: "json" };
import frTariffs from "./fr/tariffs.json" with { type: "json" };

/** Every sentence in English, by file; what other languages lack is said so. */
export const english = {
	cards,
	chat,
	commands,
	desk,
	gate,
	names,
	pages,
	platforms,
	proposals,
	rates,
	tariffs,
	web,
};

/** What people in a channel read is translated; what operators read is English. */
export const translated: Record<"fr" | "es", Translation> = {
	fr: {
		cards: frCards,
		chat: frChat,
		commands: frCommands,
		names: frNames,
		pages: frPages,
		proposals: frProposals,
		rates: frRates,
		tariffs: frTariffs,
	},
	es: {
		cards: esCards,
		chat: esChat,
		commands: esCommands,
		names: esNames,
		pages: esPages,
		proposals: esProposals,
		rates: esRates,
		tariffs: esTariffs,
	},
};

/** Sentences by name, by file; any may be missing. */
export type Translation = Partial<
	Record<string, Partial<Record<string, string>>>
>;
