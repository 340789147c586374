import { beforeEach, expect, test } from "vitest";
import { pollFeed } from "../../src/flows/poll-feed.ts";
import { sendDeliveries } from "../../src/flows/send-deliveries.ts";
import {
	addFeeds,
	at,
	follow,
	type House,
	keepers,
	openHouse,
} from "./house.ts";

let house: House;
const act = "Proclamation on steel imports";
beforeEach(async () => {
	house = openHouse();
	await addFeeds(house, "cbc", "bbc");
	await follow(house);
});

async function tell(title = act, tools = house.poll) {
	house.servers.set("cbc", [{ id: title, title }]);
	await pollFeed("cbc", tools, at(0));
}

const proposed = () => house.store.bookChanges.proposals("open", 9);
const titles = () =>
	[...house.store.tables.deliveries.values()].map(
		({ kind, card }) => `${kind} ${card.title}`,
	);

test("an act is proposed once, and those who keep the book are told once", async () => {
	await tell();
	await tell();
	expect((await proposed()).map(({ title }) => title)).toEqual([act]);
	expect(titles()).toEqual([`story ${act}`, `notice Proposed: ${act}`]);
	await sendDeliveries(keepers, house.send, () => at(5));
	expect(house.slack.shown.map(({ cards }) => cards[0]?.title)).toEqual([
		`Proposed: ${act}`,
	]);
});

test("news that is no act proposes nothing", async () => {
	await tell("Steel prices rise");
	expect(await proposed()).toEqual([]);
	expect(titles()).toEqual(["story Steel prices rise"]);
});

test("a reader that fails costs the proposal, and never the news", async () => {
	const readProposal = () => {
		throw new Error("no such act");
	};
	await tell(act, { ...house.poll, readProposal });
	expect(await proposed()).toEqual([]);
	expect(titles()).toEqual([`story ${act}`]);
	expect(house.errors).toHaveLength(1);
});

test("a notice that cannot be made costs neither the proposal nor the news", async () => {
	const proposalCard = () => {
		throw new Error("no card");
	};
	await tell(act, { ...house.poll, proposalCard });
	expect(await proposed()).toHaveLength(1);
	expect(titles()).toEqual([`story ${act}`]);
	expect(house.errors).toHaveLength(1);
});
