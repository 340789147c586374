import { languageOf } from "../cards/topic-name.ts";
import type { ChannelSettings } from "../chat/channel.ts";
import { Mistake } from "../chat/mistake.ts";
import {
	type Language,
	languages,
	type PhraseKey,
	type Say,
} from "../phrases/say.ts";
import { findCountry } from "../tariffs/countries.ts";
import { fold } from "../text/fold.ts";
import { findTime } from "./find-time.ts";
import { readZone } from "./read-zone.ts";

/** One thing that a channel may choose. */
export interface ChannelSetting {
	readonly name: string;
	readonly about: PhraseKey;
	/** A value that works. */
	readonly example: string;
	show(settings: ChannelSettings, say: Say): string;
	/** The change that typed words ask for. @throws Mistake */
	read(typed: string): Partial<ChannelSettings>;
}

const mostPerHour = 1000;
/** Countries whose tariffs are known. */
const importers = ["US", "CA", "MX"];

/** All of them, in the order shown. */
export const channelSettings: readonly ChannelSetting[] = [
	{
		name: "language",
		about: "commands.languageAbout",
		example: "fr",
		show: ({ language }, say) => languageName(language, say),
		read: (typed) => ({ language: readLanguage(typed) }),
	},
	{
		name: "zone",
		about: "commands.zoneAbout",
		example: "America/Toronto",
		show: ({ zone }) => zone,
		read: (typed) => ({ zone: readZone(typed, lineFor("zone")) }),
	},
	{
		name: "importer",
		about: "commands.importerAbout",
		example: "CA",
		show: ({ importer }, say) => countryText(importer, say),
		read: (typed) => ({ importer: readImporter(typed) }),
	},
	{
		name: "origin",
		about: "commands.originAbout",
		example: "Mexico",
		show: ({ origin }, say) => countryText(origin, say),
		read: (typed) => ({ origin: readCountry(typed, "origin") }),
	},
	{
		name: "quiet",
		about: "commands.quietAbout",
		example: "22:00-07:00",
		show: ({ quietHours }, say) =>
			quietHours
				? say("commands.quietIs", quietHours)
				: say("commands.settingOff"),
		read: (typed) => ({ quietHours: readQuietHours(typed) }),
	},
	{
		name: "limit",
		about: "commands.limitAbout",
		example: "10",
		show: ({ limitPerHour }, say) =>
			limitPerHour === null
				? say("commands.settingOff")
				: say("commands.limitIs", { count: limitPerHour }),
		read: (typed) => ({ limitPerHour: readLimit(typed) }),
	},
];

const lineFor = (name: string) => (value: string) =>
	`/settings ${name} ${value}`;

function isOff(typed: string): boolean {
	return ["off", "none", "no", "non", "aucun", "aucune"].includes(fold(typed));
}

function readLanguage(typed: string): Language {
	const words = fold(typed);
	const found = languages.find((language) =>
		[language, ...languages.map((spoken) => nameIn(spoken, language))].includes(
			words,
		),
	);
	if (found) return found;
	const nearest = languages.map(lineFor("language"));
	throw new Mistake("commands.languageUnknown", { typed }, { nearest });
}

function nameIn(spoken: Language, language: Language): string {
	const names = new Intl.DisplayNames(spoken, { type: "language" });
	return fold(names.of(language) ?? language);
}

/** In its own language, as people look for it. */
function languageName(language: Language, say: Say): string {
	const own = new Intl.DisplayNames(language, { type: "language" });
	return say("commands.languageIs", {
		name: own.of(language) ?? language,
		code: language,
	});
}

function countryText(code: string, say: Say): string {
	const names = new Intl.DisplayNames(languageOf(say), { type: "region" });
	return `${names.of(code) ?? code} (${code})`;
}

function readCountry(typed: string, name: string): string {
	const country = findCountry(typed);
	if (country !== null && country !== "EU") return country;
	const nearest = importers.map(lineFor(name));
	throw new Mistake("commands.countryUnknown", { typed }, { nearest });
}

function readImporter(typed: string): string {
	const country = readCountry(typed, "importer");
	if (importers.includes(country)) return country;
	const nearest = importers.map(lineFor("importer"));
	throw new Mistake("commands.importerUnknown", { typed }, { nearest });
}

function readQuietHours(typed: string): ChannelSettings["quietHours"] {
	if (isOff(typed)) return null;
	const [first = "", second = "", ...more] = typed.split(
		/\s*[-–—]\s*|\s+(?:to|au?|à)\s+/u,
	);
	const [from, to] = [findTime(first), findTime(second)];
	if (from !== null && to !== null && from !== to && more.length === 0) {
		return { from, to };
	}
	const nearest = ["22:00-07:00", "off"].map(lineFor("quiet"));
	throw new Mistake("commands.quietUnknown", { typed }, { nearest });
}

function readLimit(typed: string): number | null {
	if (isOff(typed)) return null;
	const limit = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
	if (limit >= 1 && limit <= mostPerHour) return limit;
	const nearest = ["10", "off"].map(lineFor("limit"));
	const values = { typed, most: mostPerHour };
	throw new Mistake("commands.limitUnknown", values, { nearest });
}
