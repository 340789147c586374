import { afterEach, beforeEach, expect, test } from "vitest";
import type { Card } from "../../../src/chat/card.ts";
import type { ChatPlatform } from "../../../src/chat/chat-platform.ts";
import { newDelivery } from "../../../src/deliveries/new-delivery.ts";
import { sendDeliveries } from "../../../src/flows/send-deliveries.ts";
import { makeLog } from "../../../src/log.ts";
import { inMemoryStore } from "../../fakes/in-memory-store.ts";
import type { Fault } from "./fake-slack.ts";
import { channelOf, makeSlackHouse, openSlack } from "./slack-house.ts";

const count = 200;
const withinMs = 30_000;
/** After this a sender counts as dead. */
const longGoneMs = 61_000;
const channel = channelOf("C1");
const subjects = Array.from({ length: count }, (_, at) => `story ${at + 1}`);
let house: Awaited<ReturnType<typeof makeSlackHouse>>;
let store: ReturnType<typeof inMemoryStore>;
let clock: Date;

beforeEach(async () => {
	house = await makeSlackHouse();
	store = inMemoryStore();
	clock = new Date();
});

afterEach(() => house.slack.close());

async function write(subject: string): Promise<void> {
	// Slack's clock is the real one.
	const times = { notBefore: clock, createdAt: new Date() };
	const told = { channel, kind: "story" as const, subject };
	const card = saying(subject);
	await store.ledger.write([newDelivery({ ...told, ...times, card })]);
}

/** Sends until nothing waits; the clock goes on to whatever is due next. */
async function sendAll(platform: ChatPlatform): Promise<void> {
	const { channels, ledger } = store;
	const platforms = new Map([["slack", platform]]);
	const aloneSince = null;
	const tools = {
		channels,
		ledger,
		platforms,
		aloneSince,
		suspendedCard: () => saying("suspended"),
		log: makeLog("error", () => {}),
	};
	for (let next: Date | null = clock; next; ) {
		clock = next;
		next = await sendDeliveries(channel, tools, () => clock);
	}
}

function expectEachOnceInOrder(): void {
	const said = house.slack.channels.get("C1") ?? [];
	expect(said.map(({ text }) => text)).toEqual(subjects);
	const rows = [...store.tables.deliveries.values()];
	expect(rows.map(({ state }) => state)).toEqual(subjects.map(() => "sent"));
}

test.each<[string, Fault]>([
	["429 with Retry-After", { kind: "limited", seconds: 7 }],
	["500 before accepting", { kind: "failed", done: false }],
	["500 after accepting", { kind: "failed", done: true }],
	["connection cut before accepting", { kind: "cut", done: false }],
	["connection cut after accepting", { kind: "cut", done: true }],
])(
	"every other call meets %s: each is said once, in order",
	async (_name, fault) => {
		const faults = Array.from({ length: 4 * count }, (_, at) =>
			at % 2 ? null : fault,
		);
		house.slack.script("chat.postMessage", ...faults);
		for (const subject of subjects) await write(subject);
		await sendAll(house.platform);
		expectEachOnceInOrder();
	},
	withinMs,
);

test.each([
	["before the post", false],
	["after the post, before it is marked", true],
])(
	"a process killed %s: each is said once, in order",
	async (_name, isPosted) => {
		for (const subject of subjects) {
			await write(subject);
			const claim = await store.ledger.claim(channel, clock, clock);
			if (isPosted && claim) {
				const { card, id } = claim.delivery;
				await openSlack(house.slack).platform.post(channel, card, id);
			}
			clock = new Date(clock.getTime() + longGoneMs);
			await sendAll(openSlack(house.slack).platform);
		}
		expectEachOnceInOrder();
	},
	withinMs,
);

function saying(title: string): Card {
	const tone = "news";
	return { title, url: null, tone, blocks: [], actions: [], footer: null };
}
