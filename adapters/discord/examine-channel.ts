import {
	type APIChannel,
	type APIGuild,
	type APIGuildMember,
	type APIOverwrite,
	type APIUser,
	ChannelType,
	Routes,
} from "discord.js";
import type { Finding } from "../../src/chat/finding.ts";
import { inertLine } from "../../src/chat/inert-text.ts";
import type { PhraseKey } from "../../src/phrases/say.ts";
import type { ExamineTools } from "./examine-app.ts";
import { findingFrom } from "./finding-from.ts";
import {
	type NamedRight,
	neededInThread,
	neededRights,
	wantedRights,
} from "./needed-rights.ts";
import { memberFacts, rightsIn } from "./own-rights.ts";

/** Channels that hold other channels, or posts that we do not make. */
const wordless: readonly number[] = [
	ChannelType.GuildCategory,
	ChannelType.GuildDirectory,
	ChannelType.GuildForum,
	ChannelType.GuildMedia,
];

/** A channel in a server, as far as it matters to our rights there. */
interface Place {
	readonly id: string;
	readonly type: number;
	readonly name: string;
	readonly guildId: string;
	/** Null for no thread. */
	readonly thread: {
		readonly parent: string;
		readonly isLocked: boolean;
	} | null;
	readonly overwrites: readonly APIOverwrite[];
}

/** Our rights in a channel: one finding `ill` when any is missing that posting needs. Throws nothing. */
export async function examineChannel(
	id: string,
	tools: ExamineTools,
): Promise<Finding[]> {
	const { say } = tools;
	let what = say("platforms.discordChannelWhat", { name: id });
	try {
		const known = await readChannel(id, tools);
		const place = placeOf(known);
		if (place === null) {
			const says = say("platforms.discordDirectWell");
			return [{ what, state: "well", says, mend: null }];
		}
		const name = inertLine(place.name);
		what = say("platforms.discordChannelWhat", { name });
		return [{ what, ...(await judge(place, tools)) }];
	} catch (error) {
		return [findingFrom(error, what, say)];
	}
}

type Verdict = Omit<Finding, "what">;

async function judge(place: Place, tools: ExamineTools): Promise<Verdict> {
	const { say } = tools;
	const name = inertLine(place.name);
	const ill = (says: PhraseKey, mend: PhraseKey, values = {}): Verdict => ({
		state: "ill",
		says: say(says, values),
		mend: say(mend, { name, ...values }),
	});
	if (wordless.includes(place.type))
		return ill("platforms.discordWordless", "platforms.discordWordlessMend");
	if (place.thread?.isLocked)
		return ill("platforms.discordLocked", "platforms.discordLockedMend");
	const has = await ownRights(place, tools);
	const lacking = (names: readonly NamedRight[]) =>
		names.filter((right) => !has(right));
	const needed = place.thread ? neededInThread : neededRights;
	const missing = lacking(needed);
	const named = (rights: readonly NamedRight[]) =>
		rights.map((right) => say("platforms.discordRight", { right })).join(", ");
	if (missing.length > 0)
		return ill("platforms.discordRightsIll", "platforms.discordRightsMend", {
			rights: named(missing),
		});
	const wished = place.thread
		? lacking(["AttachFiles"])
		: lacking(wantedRights);
	if (wished.length === 0) {
		const says = say("platforms.discordRightsWell");
		return { state: "well", says, mend: null };
	}
	const rights = named(wished);
	return {
		state: "well",
		says: say("platforms.discordRightsWished", {
			rights,
			pictures: String(wished.includes("AttachFiles")),
			threads: String(wished.some((right) => right !== "AttachFiles")),
		}),
		mend: say("platforms.discordRightsMend", { name, rights }),
	};
}

async function ownRights(place: Place, { rest }: ExamineTools) {
	const { guildId } = place;
	const about = `Discord server ${guildId}`;
	const me = await rest.read<APIUser>("Discord bot", Routes.user());
	const guild = await rest.read<APIGuild>(about, Routes.guild(guildId));
	const member = await rest.read<APIGuildMember>(
		about,
		Routes.guildMember(guildId, me.id),
	);
	const rights = rightsIn({
		guild,
		member: memberFacts(me.id, member),
		overwrites: place.thread
			? await overwritesOf(place.thread.parent, rest)
			: place.overwrites,
		now: new Date(),
	});
	return (right: NamedRight) => rights.has(right);
}

/** A thread has no rights of its own. */
async function overwritesOf(
	parent: string,
	rest: ExamineTools["rest"],
): Promise<readonly APIOverwrite[]> {
	const known = await readChannel(parent, { rest });
	return placeOf(known)?.overwrites ?? [];
}

function readChannel(
	id: string,
	{ rest }: Pick<ExamineTools, "rest">,
): Promise<APIChannel> {
	return rest.read(`Discord channel ${id}`, Routes.channel(id));
}

/** Null for direct messages, which know no rights. */
function placeOf(known: APIChannel): Place | null {
	if (!("guild_id" in known) || known.guild_id === undefined) return null;
	const { id, type, guild_id: guildId } = known;
	const isThread = "thread_metadata" in known && known.parent_id;
	return {
		id,
		type,
		guildId,
		name: known.name ?? id,
		thread: isThread
			? {
					parent: String(known.parent_id),
					isLocked: known.thread_metadata?.locked ?? false,
				}
			: null,
		overwrites:
			("permission_overwrites" in known && known.permission_overwrites) || [],
	};
}
