import { answerCard } from "../cards/answer-card.ts";
import { type Card, textBlock } from "../chat/card.ts";
import type { ChannelSettings } from "../chat/channel.ts";
import type { Command, Request } from "../chat/command.ts";
import { Mistake, withExample } from "../chat/mistake.ts";
import { nearestName } from "../chat/nearest-name.ts";
import { type Say, sayIn } from "../phrases/say.ts";
import { type ChannelSetting, channelSettings } from "./channel-settings.ts";
import type { CommandTools } from "./command-tools.ts";
import { digestFact } from "./digest-fact.ts";
import { requireManager } from "./require-manager.ts";

/** `/settings [name] [value]`: what this channel has chosen; those who manage it may choose anew. */
export function settingsCommand(tools: CommandTools): Command {
	return {
		name: "settings",
		about: "commands.settingsAbout",
		example: "/settings quiet 22:00-07:00",
		audience: "asker",
		right: "anyone",
		options: [
			{
				name: "name",
				about: "commands.settingOption",
				required: false,
				suggest: async () =>
					channelSettings.map(({ name }) => ({ value: name, label: name })),
			},
			{
				name: "value",
				about: "commands.valueOption",
				required: false,
				greedy: true,
			},
		],
		subcommands: [],
		answer: (request) => answerSettings(request, tools),
	};
}

async function answerSettings(
	request: Request,
	tools: CommandTools,
): Promise<Card> {
	const { channel, options, say, settings } = request;
	if (options.name === undefined) return showAll(settings, say);
	const setting = settingMeant(options.name, options.value);
	if (options.value === undefined) return showOne(setting, settings, say);
	requireManager(request);
	const change = readValue(setting, options.value);
	const changed = await tools.channels.change(channel, change);
	// A new language is spoken at once.
	const sayNow = sayIn(changed.language);
	const title = sayNow("commands.settingChanged", {
		name: setting.name,
		value: setting.show(changed, sayNow),
	});
	return answerCard(title, {
		tone: "done",
		actions: [{ label: sayNow("commands.settingsLabel"), line: "/settings" }],
	});
}

function readValue(setting: ChannelSetting, typed: string) {
	try {
		return setting.read(typed);
	} catch (error) {
		if (!(error instanceof Mistake)) throw error;
		const { name, example } = setting;
		throw withExample(error, `/settings ${name} ${example}`);
	}
}

function showAll(settings: ChannelSettings, say: Say): Card {
	const facts = channelSettings.map((setting) => ({
		label: setting.name,
		value: [{ text: setting.show(settings, say) }],
	}));
	return answerCard(say("commands.settingsTitle"), {
		blocks: [
			{ kind: "facts", facts: [...facts, digestFact(settings.digest, say)] },
			textBlock(say("commands.settingsText")),
		],
	});
}

function showOne(
	setting: ChannelSetting,
	settings: ChannelSettings,
	say: Say,
): Card {
	const title = say("commands.settingIs", {
		name: setting.name,
		value: setting.show(settings, say),
	});
	return answerCard(title, {
		blocks: [
			textBlock(say(setting.about)),
			textBlock(`${say("commands.toChange")} `, {
				text: `/settings ${setting.name} ${setting.example}`,
				style: "code",
			}),
		],
	});
}

function settingMeant(
	typed: string,
	value: string | undefined,
): ChannelSetting {
	const name = typed.toLowerCase();
	const found = channelSettings.find((setting) => setting.name === name);
	if (found) return found;
	const names = channelSettings.map((setting) => setting.name);
	const near = nearestName(name, channelSettings);
	const rest = value === undefined ? "" : ` ${value}`;
	const nearest = near === undefined ? [] : [`/settings ${near}${rest}`];
	const list = names.join(", ");
	throw new Mistake("commands.settingUnknown", { typed, list }, { nearest });
}
