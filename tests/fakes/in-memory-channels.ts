import {
	type ChannelSettings,
	type Channels,
	channelFromKey,
	channelKey,
	defaultChannelSettings,
} from "../../src/chat/channel.ts";
import type { Subscription } from "../../src/topics/subscription.ts";

/** Twin of the store's Channels. */
export function inMemoryChannels(
	subscriptions: readonly Subscription[],
): Channels {
	const chosen = new Map<string, ChannelSettings>();
	const settings = (key: string) => chosen.get(key) ?? defaultChannelSettings;
	return {
		settings: async (channel) => settings(channelKey(channel)),
		async change(channel, changes) {
			const key = channelKey(channel);
			const changed = { ...settings(key), ...changes };
			chosen.set(key, changed);
			return changed;
		},
		async all() {
			const followers = subscriptions.map(({ channel }) => channelKey(channel));
			const keys = new Set([...chosen.keys(), ...followers]);
			return [...keys].sort().map((key) => ({
				channel: channelFromKey(key),
				settings: settings(key),
			}));
		},
	};
}
