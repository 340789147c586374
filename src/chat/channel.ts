import type { Language } from "../phrases/say.ts";

/** Where people talk. The id is opaque to the core: a Slack adapter puts its workspace inside. */
export interface ChannelRef {
	readonly platform: string;
	readonly id: string;
}

/** One text for one channel, for keys in tables and logs: `slack:T1/C2`. */
export function channelKey(channel: ChannelRef): string {
	return `${channel.platform}:${channel.id}`;
}

/** Reads a key back; the platform's name holds no colon. */
export function channelFromKey(key: string): ChannelRef {
	const colon = key.indexOf(":");
	if (colon < 1) throw new Error(`no channel key: ${key}`);
	return { platform: key.slice(0, colon), id: key.slice(colon + 1) };
}

/** A time of day on the channel's clock, `HH:MM` in 24 hours. */
export type ClockTime = string;

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface DigestTimes {
	readonly at: ClockTime;
	/** IANA zone, `America/Toronto`. */
	readonly zone: string;
	readonly days: readonly Weekday[];
	/** When the digest was asked for; none is due for a time before it. */
	readonly since: Date;
}

/** What a channel has chosen, or the defaults. */
export interface ChannelSettings {
	readonly language: Language;
	/** IANA zone for quiet hours and for dates shown. */
	readonly zone: string;
	/** ISO 3166 country that charges the duty when `/tariff` does not say. */
	readonly importer: string;
	/** ISO 3166 country of origin when `/tariff` does not say. */
	readonly origin: string;
	/** Live posts wait from `from` until `to`; may pass midnight. */
	readonly quietHours: {
		readonly from: ClockTime;
		readonly to: ClockTime;
	} | null;
	/** Live posts in any sixty minutes; above it they are held. */
	readonly limitPerHour: number | null;
	readonly digest: DigestTimes | null;
	/** Set when the platform said that the channel is gone or closed to us. */
	readonly suspended: { readonly reason: string; readonly since: Date } | null;
}

export const defaultChannelSettings: ChannelSettings = {
	language: "en",
	zone: "America/Toronto",
	importer: "US",
	origin: "CA",
	quietHours: null,
	limitPerHour: null,
	digest: null,
	suspended: null,
};

/** Remembers what channels have chosen. */
export interface Channels {
	/** The defaults for a channel never seen. */
	settings(channel: ChannelRef): Promise<ChannelSettings>;
	/** Changes only the fields given. */
	change(
		channel: ChannelRef,
		changes: Partial<ChannelSettings>,
	): Promise<ChannelSettings>;
	/** Every channel with settings or subscriptions, in order of key. */
	all(): Promise<readonly { channel: ChannelRef; settings: ChannelSettings }[]>;
}
