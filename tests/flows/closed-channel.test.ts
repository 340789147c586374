import { beforeEach, expect, test } from "vitest";
import { channelKey } from "../../src/chat/channel.ts";
import { ChatError } from "../../src/chat/chat-platform.ts";
import type { Finding } from "../../src/chat/finding.ts";
import { pollFeed } from "../../src/flows/poll-feed.ts";
import { sendDeliveries } from "../../src/flows/send-deliveries.ts";
import { sweep } from "../../src/flows/sweep.ts";
import { addFeeds, at, desk, follow, type House, openHouse } from "./house.ts";

const keeper = { platform: "slack", id: "T1/D9" };
const archived: Finding = {
	what: "channel",
	state: "ill",
	says: "it is archived",
	mend: "open it again",
};
const well: Finding = { what: "channel", state: "well", says: "", mend: null };
const minute = 60;
let house: House;

beforeEach(async () => {
	house = openHouse();
	await addFeeds(house, "cbc");
	await follow(house);
	house.slack.keeper = keeper;
	close();
});

function close() {
	house.slack.faults.set(channelKey(desk), archived);
	house.slack.script = {
		before(verb) {
			if (
				verb === "post" &&
				house.slack.faults.get(channelKey(desk)) === archived &&
				!toKeeper
			)
				throw new ChatError("gone", "it is archived: open it again");
		},
	};
}

let toKeeper = false;

async function sendTo(channel: typeof desk, seconds: number) {
	toKeeper = channel === keeper;
	await sendDeliveries(channel, house.send, () => at(seconds));
	toKeeper = false;
}

async function bring(...titles: readonly string[]) {
	for (const [index] of titles.entries()) {
		const items = titles
			.slice(0, index + 1)
			.map((title) => ({ id: title, title }));
		house.servers.set("cbc", items);
		await pollFeed("cbc", house.poll, at(index + 1));
	}
	await sendTo(desk, 60);
}

const said = (channel: typeof desk) =>
	house.slack.shown
		.filter(
			({ message }) => channelKey(message.channel) === channelKey(channel),
		)
		.map(({ cards }) => cards.at(-1)?.title);

const one = "Ottawa imposes steel tariffs on Chinese imports";
const two = "Brussels opens antidumping probe into Turkish steel wire";

test("whoever keeps a closed channel is told once, with what mends it", async () => {
	await bring(one, two);
	await sendTo(keeper, 70);
	expect(said(keeper)).toEqual([`${desk.id}: it is archived: open it again`]);
	const day = 24 * 60 * minute;
	await sweep(house.sweep, at(2 * day));
	await sendTo(desk, 2 * day + 5);
	await sendTo(keeper, 2 * day + 10);
	expect(said(keeper)).toHaveLength(1);
});

test("a channel that only seems open is told of no second time", async () => {
	await bring(one, two);
	await sendTo(keeper, 70);
	const day = 24 * 60 * minute;
	for (let seconds = 0; seconds < day; seconds += 7 * minute) {
		house.slack.faults.set(channelKey(desk), well);
		await sweep(house.sweep, at(seconds));
		house.slack.faults.set(channelKey(desk), archived);
		await sendTo(desk, seconds + 5);
		await sendTo(keeper, seconds + 10);
	}
	expect(said(keeper)).toHaveLength(1);
	expect(said(desk)).toEqual([]);
});

test("a channel known to be closed is not tried by a post", async () => {
	await bring(one);
	const { suspended } = await house.store.channels.settings(desk);
	const day = 24 * 60 * minute;
	for (const seconds of [2 * day, 2 * day + 5]) {
		await sweep(house.sweep, at(seconds));
		expect((await house.store.channels.settings(desk)).suspended).toEqual(
			suspended,
		);
	}
});

test("a keeper who cannot be reached either is told of nothing more", async () => {
	house.slack.script = {
		before(verb) {
			if (verb === "post") throw new ChatError("gone", "closed");
		},
	};
	await bring(one);
	await sendTo(keeper, 70);
	const counts = await house.store.ledger.counts();
	expect(counts).toMatchObject({ held: 2, queued: 0, dead: 0 });
});

test("a channel found open again hears what it missed, without a post to try it", async () => {
	await bring(one, two);
	await sweep(house.sweep, at(4 * minute));
	house.slack.faults.set(channelKey(desk), well);
	await sweep(house.sweep, at(4 * minute + 5));
	await sendTo(desk, 4 * minute + 6);
	expect(said(desk)).toEqual([]);
	await sweep(house.sweep, at(7 * minute));
	await sendTo(desk, 7 * minute + 1);
	expect(said(desk)).toEqual([`${one} + ${two}`]);
	expect((await house.store.channels.settings(desk)).suspended).toBeNull();
});

test("a channel found open again hears what it missed though the clock was set back", async () => {
	await bring(one, two);
	house.slack.faults.set(channelKey(desk), well);
	const day = 24 * 60 * minute;
	await sweep(house.sweep, at(-day));
	await sendTo(desk, 61);
	expect(said(desk)).toEqual([`${one} + ${two}`]);
});

test("a channel found closed is looked at again, the less often the longer", async () => {
	await bring(one);
	let looks = 0;
	const { examine } = house.sweep;
	const sweeping = {
		...house.sweep,
		examine(channel: typeof desk) {
			looks++;
			return examine(channel);
		},
	};
	const hours = 48;
	for (let seconds = 0; seconds < hours * 60 * minute; seconds += minute) {
		await sweep(sweeping, at(seconds));
	}
	expect(looks).toBeGreaterThan(8);
	expect(looks).toBeLessThan(40);
	expect(said(desk)).toEqual([]);
});
