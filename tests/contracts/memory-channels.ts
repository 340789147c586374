import { expect, test } from "vitest";
import {
	type ChannelSettings,
	defaultChannelSettings,
} from "../../src/chat/channel.ts";
import type { MakeMemories } from "./memories.ts";
import { at, brokers, lawyers } from "./sample-news.ts";

const chosen: ChannelSettings = {
	language: "fr",
	zone: "America/Montreal",
	importer: "CA",
	origin: "US",
	quietHours: { from: "22:00", to: "06:30" },
	limitPerHour: 5,
	digest: {
		at: "07:30",
		zone: "America/Toronto",
		days: [1, 2, 3, 4, 5],
		since: at(0),
	},
	suspended: { reason: "the bot was removed", since: at(1) },
};

/** What every Channels memory does. */
export function channelMemoryContract(make: MakeMemories): void {
	test("a channel never seen has the defaults", async () => {
		const { channels } = await make();
		expect(await channels.settings(brokers)).toEqual(defaultChannelSettings);
		expect(await channels.all()).toEqual([]);
	});

	test("every setting comes back as it was chosen", async () => {
		const { channels } = await make();
		expect(await channels.change(brokers, chosen)).toEqual(chosen);
		expect(await channels.settings(brokers)).toEqual(chosen);
	});

	test("a change touches only the fields given, and can take a choice back", async () => {
		const { channels } = await make();
		await channels.change(brokers, chosen);
		const changes = { digest: null, quietHours: null, suspended: null };
		expect(await channels.change(brokers, changes)).toEqual({
			...chosen,
			...changes,
		});
	});

	test("lists every channel with settings or subscriptions, in order of key", async () => {
		const { channels, subscriptions } = await make();
		await channels.change(brokers, { language: "es" });
		await subscriptions.subscribe({
			channel: lawyers,
			topicId: "dairy",
			mode: "live",
			since: at(0),
		});
		await subscriptions.subscribe({
			channel: brokers,
			topicId: "dairy",
			mode: "live",
			since: at(0),
		});
		expect(await channels.all()).toEqual([
			{ channel: lawyers, settings: defaultChannelSettings },
			{
				channel: brokers,
				settings: { ...defaultChannelSettings, language: "es" },
			},
		]);
	});
}
