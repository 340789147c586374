import type { Workspace } from "./slack-workspaces.ts";

const pageSize = 200;
/** Slack's own lists end long before; who is in more channels asks in the channel itself. */
const mostPages = 10;

/**
 * Whether someone is in a channel that the app can see: a public one, or a
 * private one that both are in. Throws what the client throws.
 */
export async function isMember(
	user: string,
	channel: string,
	{ client, pace, team }: Workspace,
): Promise<boolean> {
	let cursor = "";
	for (let pages = 0; pages < mostPages; pages++) {
		const page = await pace.call("users.conversations", () =>
			client.users.conversations({
				user,
				types: "public_channel,private_channel",
				exclude_archived: true,
				limit: pageSize,
				// An organisation's token must say which of its workspaces it means.
				team_id: team,
				...(cursor ? { cursor } : {}),
			}),
		);
		if (page.channels?.some(({ id }) => id === channel)) return true;
		cursor = page.response_metadata?.next_cursor ?? "";
		if (cursor === "") return false;
	}
	return false;
}
