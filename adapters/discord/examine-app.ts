import {
	type APIApplication,
	type APIApplicationCommand,
	type APIUser,
	type RESTAPIPartialCurrentUserGuild,
	Routes,
} from "discord.js";
import type { Finding } from "../../src/chat/finding.ts";
import { inertLine } from "../../src/chat/inert-text.ts";
import type { Say } from "../../src/phrases/say.ts";
import type { DiscordRest } from "./discord-rest.ts";
import { findingFrom } from "./finding-from.ts";
import { invitation } from "./needed-rights.ts";

export interface ExamineTools {
	readonly rest: DiscordRest;
	readonly say: Say;
}

const mostNamed = 10;

/** How the bot itself stands: its token, its commands, its servers. Throws nothing. */
export async function examineApp(
	givenId: string | null,
	tools: ExamineTools,
): Promise<Finding[]> {
	const { rest, say } = tools;
	const what = say("platforms.discordBotWhat");
	try {
		const user = await rest.read<APIUser>("Discord bot", Routes.user());
		const app = await rest.read<APIApplication>(
			"Discord application",
			Routes.currentApplication(),
		);
		const name = inertLine(user.username);
		const { id } = app;
		const findings: Finding[] = [
			well(what, say("platforms.discordBotWell", { name, id })),
		];
		if (givenId !== null && givenId !== id) {
			findings.push({
				what: say("platforms.discordApplicationWhat"),
				state: "ill",
				says: say("platforms.discordApplicationIll", { given: givenId, id }),
				mend: say("platforms.discordApplicationMend", { id }),
			});
		}
		findings.push(await commandsFinding(id, tools));
		findings.push(await serversFinding(app, tools));
		return findings;
	} catch (error) {
		return [findingFrom(error, what, say)];
	}
}

async function commandsFinding(
	id: string,
	{ rest, say }: ExamineTools,
): Promise<Finding> {
	const what = say("platforms.discordCommandsWhat");
	const { length: count } = await rest.read<APIApplicationCommand[]>(
		"Discord commands",
		Routes.applicationCommands(id),
	);
	if (count > 0)
		return well(what, say("platforms.discordCommandsWell", { count }));
	return {
		what,
		state: "ill",
		says: say("platforms.discordCommandsIll"),
		mend: say("platforms.discordCommandsMend"),
	};
}

async function serversFinding(
	{ id, approximate_guild_count }: APIApplication,
	{ rest, say }: ExamineTools,
): Promise<Finding> {
	const what = say("platforms.discordServersWhat");
	const guilds = await rest.read<RESTAPIPartialCurrentUserGuild[]>(
		"Discord servers",
		Routes.userGuilds(),
	);
	const url = invitation(id);
	if (guilds.length === 0) {
		return {
			what,
			state: "ill",
			says: say("platforms.discordServersIll"),
			mend: say("platforms.discordServersMend", { url }),
		};
	}
	// One answer lists two hundred at most.
	const count = Math.max(guilds.length, approximate_guild_count ?? 0);
	const named = guilds.slice(0, mostNamed).map(({ name }) => inertLine(name));
	const more = count - named.length;
	const list = named.join(", ");
	return well(
		what,
		say("platforms.discordServersWell", { count, list, more, url }),
	);
}

function well(what: string, says: string): Finding {
	return { what, state: "well", says, mend: null };
}
