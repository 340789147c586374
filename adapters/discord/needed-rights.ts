import { PermissionFlagsBits } from "discord.js";

export type RightName = keyof typeof PermissionFlagsBits;

/** What the bot needs to post, and to find what it posted. */
export const neededRights = [
	"ViewChannel",
	"SendMessages",
	"EmbedLinks",
	"ReadMessageHistory",
] as const satisfies readonly RightName[];

/** The same in a thread. */
export const neededInThread = [
	"ViewChannel",
	"SendMessagesInThreads",
	"EmbedLinks",
	"ReadMessageHistory",
] as const satisfies readonly RightName[];

/** What it can do without: pictures are told in words, follow-ups are plain replies. */
export const wantedRights = [
	"AttachFiles",
	"CreatePublicThreads",
	"SendMessagesInThreads",
] as const satisfies readonly RightName[];

export type NamedRight =
	| (typeof neededRights)[number]
	| (typeof wantedRights)[number];

/** The page that adds the bot to a server with all its commands and rights. */
export function invitation(applicationId: string): string {
	const rights = [...neededRights, ...wantedRights];
	const permissions = rights.reduce(
		(all, name) => all | PermissionFlagsBits[name],
		0n,
	);
	const query = new URLSearchParams({
		client_id: applicationId,
		scope: "bot applications.commands",
		permissions: String(permissions),
	});
	return `https://discord.com/oauth2/authorize?${query}`;
}
