import {
	type APIChannel,
	type APIGuild,
	type RESTAPIPartialCurrentUserGuild,
	Routes,
} from "discord.js";
import { ChatError } from "../../src/chat/chat-platform.ts";
import type { DiscordRest } from "./discord-rest.ts";

/** Servers looked through for a channel that is hidden from us. */
const mostServers = 50;

/**
 * The direct talk with the owner of a channel's server. Null when the server
 * is not to be found: we were removed from it, or the channel was deleted and
 * `home` does not know where it was. Throws nothing.
 */
export async function keeperOf(
	channel: string,
	rest: DiscordRest,
	home: string | undefined,
): Promise<string | null> {
	try {
		const server = home ?? (await serverOf(channel, rest));
		if (server === null) return null;
		const about = `owner of Discord server ${server}`;
		const guild = await rest.read<APIGuild>(about, Routes.guild(server));
		const body = { recipient_id: guild.owner_id };
		const talk = await rest.ask(about, (api, signal) =>
			api.post(Routes.userChannels(), { body, signal }),
		);
		return (talk as APIChannel).id; // Discord's own answer, of its documented shape
	} catch (error) {
		if (error instanceof ChatError) return null;
		throw error;
	}
}

async function serverOf(
	channel: string,
	rest: DiscordRest,
): Promise<string | null> {
	try {
		const known = await rest.read<APIChannel>(
			`Discord channel ${channel}`,
			Routes.channel(channel),
		);
		return "guild_id" in known ? (known.guild_id ?? null) : null;
	} catch (error) {
		if (!(error instanceof ChatError) || error.kind !== "gone") throw error;
		return serverListing(channel, rest);
	}
}

/** A server lists all of its channels, those that are hidden from us too. */
async function serverListing(
	channel: string,
	rest: DiscordRest,
): Promise<string | null> {
	const servers = await rest.read<RESTAPIPartialCurrentUserGuild[]>(
		"Discord servers",
		Routes.userGuilds(),
	);
	for (const { id } of servers.slice(0, mostServers)) {
		const channels = await rest.read<APIChannel[]>(
			`channels of Discord server ${id}`,
			Routes.guildChannels(id),
		);
		if (channels.some((one) => one.id === channel)) return id;
	}
	return null;
}
