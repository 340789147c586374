import { type ChannelRef, channelKey } from "../chat/channel.ts";
import type { Say } from "../phrases/say.ts";
import type { DeskTools } from "./desk-tools.ts";
import { type Html, html } from "./html.ts";
import { moment, table } from "./html-table.ts";

/** A channel that is closed to us, and why. */
interface SuspendedChannel {
	readonly channel: ChannelRef;
	readonly reason: string;
	readonly since: Date;
}

const mostShown = 50;

/** The channels that are closed to us, the latest first. */
export async function readSuspended(
	channels: DeskTools["channels"],
): Promise<readonly SuspendedChannel[]> {
	const suspended = (await channels.all()).flatMap(({ channel, settings }) =>
		settings.suspended ? [{ channel, ...settings.suspended }] : [],
	);
	return suspended.sort((a, b) => b.since.getTime() - a.since.getTime());
}

/** Who hears nothing, since when, and what mends it. */
export function suspendedView(
	all: readonly SuspendedChannel[],
	say: Say,
): Html {
	if (all.length === 0) return html`<p>${say("desk.noSuspended")}</p>`;
	const rows = all
		.slice(0, mostShown)
		.map(({ channel, reason, since }) => [
			html`${channelKey(channel)}`,
			html`${reason}`,
			html`${moment(since)}`,
		]);
	const heads = [say("desk.channel"), say("desk.reason"), say("desk.since")];
	const words = say("desk.suspendedSummary", { count: all.length });
	return html`<p class="bad">${words}</p>${table(heads, rows)}`;
}
