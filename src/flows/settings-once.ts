import {
	type ChannelRef,
	type ChannelSettings,
	type Channels,
	channelKey,
	defaultChannelSettings,
} from "../chat/channel.ts";

/** What a channel chose; the defaults where it chose nothing. */
export type SettingsOf = (channel: ChannelRef) => ChannelSettings;

/** What all channels chose, read when it is first asked for. */
export function settingsOnce(channels: Pick<Channels, "all">) {
	let read: Promise<SettingsOf> | null = null;
	return () => {
		read ??= readSettings(channels);
		return read;
	};
}

async function readSettings(
	channels: Pick<Channels, "all">,
): Promise<SettingsOf> {
	const all = await channels.all();
	const chosen = new Map(
		all.map(({ channel, settings }) => [channelKey(channel), settings]),
	);
	return (channel) => chosen.get(channelKey(channel)) ?? defaultChannelSettings;
}
