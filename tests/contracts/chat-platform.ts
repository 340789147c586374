import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Card } from "../../src/chat/card.ts";
import type { ChannelRef } from "../../src/chat/channel.ts";
import {
	ChatError,
	type ChatPlatform,
	type MessageRef,
} from "../../src/chat/chat-platform.ts";
import type { Answer, CommandSpec } from "../../src/chat/command.ts";
import { cardGallery } from "../fixtures/cards/card-gallery.ts";
import { plainWords, unreadWords } from "./card-words.ts";

/** One message as people see it now. */
export interface Heard {
	/** The id that `post` gave for it. */
	readonly id: string;
	/** All that can be read of it, labels of buttons and descriptions of pictures included. */
	readonly text: string;
	/** Id of the message whose thread it stands in. */
	readonly replyTo: string | null;
	/** Accounts and groups that its arrival notified. */
	readonly pinged: readonly string[];
}

/** An adapter with its platform around it: a fake of its protocol, or the real page. */
export interface PlatformWorld {
	readonly platform: ChatPlatform;
	/** Channels that exist there; at least two. */
	readonly channels: readonly [ChannelRef, ChannelRef];
	/** What people see in a channel, oldest first. */
	heard(channel: ChannelRef): Promise<readonly Heard[]>;
	/** Someone types a line; gives what the asker then reads. */
	ask(channel: ChannelRef, line: string): Promise<string>;
	/** The platform answers nothing from now on; the function mends it. */
	breakDown(): () => void;
	/** How the adapter says that it left something of a card out; without the g flag. */
	readonly leftOut: RegExp;
	close(): Promise<void>;
}

const commands: readonly CommandSpec[] = [
	{
		name: "help",
		about: "web.name",
		example: "/help",
		audience: "asker",
		right: "anyone",
		options: [],
		subcommands: [],
	},
];
const since = new Date(0);
const noControls = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/u;

/** What every ChatPlatform does, whatever people use it with. */
export function describeChatPlatform(
	name: string,
	makeWorld: () => Promise<PlatformWorld>,
): void {
	describe(`${name} as a chat platform`, () => {
		let world: PlatformWorld;
		let platform: ChatPlatform;
		let channel: ChannelRef;
		let lines: string[];

		const answer: Answer = async ({ line, channel, asker }) => {
			lines.push(line);
			const title = `Heard “${line}” from ${asker.name} in ${channel.id}`;
			const audience = line.includes("aloud") ? "channel" : "asker";
			return { card: saying(title), audience };
		};

		beforeEach(async () => {
			world = await makeWorld();
			platform = world.platform;
			channel = world.channels[0];
			lines = [];
			await platform.start(commands, answer);
		});

		afterEach(async () => {
			await platform.stop();
			await world.close();
		});

		const texts = async (where = channel) =>
			(await world.heard(where)).map(({ text }) => plainWords(text));

		test("posts a card once, in its own channel", async () => {
			const message = await platform.post(
				channel,
				saying("Steel at 50%"),
				"k1",
			);
			expect(message.channel).toEqual(channel);
			const [heard, ...others] = await world.heard(channel);
			expect(heard).toMatchObject({ id: message.id, replyTo: null });
			expect(plainWords(heard?.text ?? "")).toContain("Steel at 50%");
			expect(others).toEqual([]);
			expect(await world.heard(world.channels[1])).toEqual([]);
		});

		test("says a repeated key once, and names the message that stands", async () => {
			const first = await platform.post(channel, saying("Steel"), "k1");
			const again = await platform.post(channel, saying("Steel"), "k1");
			expect(again).toEqual(first);
			expect(await world.heard(channel)).toHaveLength(1);
		});

		test("keeps the order in which cards were posted", async () => {
			const titles = ["First", "Second", "Third", "Fourth"];
			for (const title of titles) {
				await platform.post(channel, saying(title), `key of ${title}`);
			}
			const heard = await texts();
			expect(heard).toHaveLength(titles.length);
			heard.forEach((text, at) => {
				expect(text).toContain(titles[at]);
			});
		});

		test("updates a message in place", async () => {
			const message = await platform.post(channel, saying("At 25%"), "k1");
			await platform.post(channel, saying("Later"), "k2");
			await platform.update(message, saying("At 50%"));
			const [first, second] = await texts();
			expect(first).toContain("At 50%");
			expect(first).not.toContain("At 25%");
			expect(second).toContain("Later");
			expect(await world.heard(channel)).toHaveLength(2);
		});

		test("refuses to update a message that never was", async () => {
			const nowhere: MessageRef = { channel, id: "no-such-message" };
			const trying = platform.update(nowhere, saying("Lost"));
			await expect(trying).rejects.toSatisfy(
				(error) => error instanceof ChatError && error.kind !== "busy",
			);
			expect(await world.heard(channel)).toEqual([]);
		});

		test("finds a post by its key, and says when there is none", async () => {
			expect(await platform.find(channel, "k1", since)).toBe("absent");
			const message = await platform.post(channel, saying("Steel"), "k1");
			expect(await platform.find(channel, "k1", since)).toEqual(message);
			expect(await platform.find(channel, "k2", since)).toBe("absent");
			expect(await platform.find(world.channels[1], "k1", since)).toBe(
				"absent",
			);
		});

		test("finds a post that was written down by a clock hours ahead", async () => {
			const ahead = new Date(Date.now() + 3 * 3_600_000);
			const message = await platform.post(channel, saying("Steel"), "k1");
			expect(await platform.find(channel, "k1", ahead)).toEqual(message);
			expect(await platform.find(channel, "k2", ahead)).toBe("absent");
		});

		test("replies in the thread of a post", async () => {
			const post = await platform.post(channel, saying("Story"), "k1");
			await platform.post(channel, saying("Its change"), "k2", post);
			const reply = (await world.heard(channel)).at(-1);
			expect(plainWords(reply?.text ?? "")).toContain("Its change");
			expect(reply?.replyTo).toBe(post.id);
		});

		test.each(Object.entries(cardGallery))(
			"shows a card whole or says what it left out: %s",
			async (key, card) => {
				await platform.post(channel, card, key);
				const [heard] = await world.heard(channel);
				expectShown(card, heard, world.leftOut);
			},
		);

		test.each(Object.entries(cardGallery))(
			"updates to any card: %s",
			async (key, card) => {
				const message = await platform.post(channel, saying("Before"), key);
				await platform.update(message, card);
				const [heard] = await world.heard(channel);
				expectShown(card, heard, world.leftOut);
			},
		);

		test("gives the asker the reply to a command line", async () => {
			const read = await world.ask(channel, "/help");
			expect(lines.map((line) => line.replace(/^\//, ""))).toEqual(["help"]);
			expect(plainWords(read)).toContain(`in ${channel.id}`);
		});

		test("answers a question meant for the channel as well", async () => {
			const read = await world.ask(channel, "/help aloud");
			expect(plainWords(read)).toContain("aloud");
		});

		test("throws ChatError while the platform is down, and knows afterwards what it has", async () => {
			const mend = world.breakDown();
			const failed = expect.objectContaining({ kind: "unreachable" });
			const card = saying("Once");
			await expect(platform.post(channel, card, "k1")).rejects.toEqual(failed);
			mend();
			if ((await platform.find(channel, "k1", since)) === "absent") {
				await platform.post(channel, card, "k1");
			}
			expect(await world.heard(channel)).toHaveLength(1);
		});

		test("stops, and stops again without complaint", async () => {
			await platform.post(channel, saying("Last"), "k1");
			await platform.stop();
			await platform.stop();
		});
	});
}

function saying(title: string): Card {
	const tone = "news";
	return { title, url: null, tone, blocks: [], actions: [], footer: null };
}

function expectShown(
	card: Card,
	heard: Heard | undefined,
	leftOut: RegExp,
): void {
	if (!heard) throw new Error("the card is not shown at all");
	const unread = unreadWords(card, heard.text);
	if (!leftOut.test(heard.text)) expect(unread).toEqual([]);
	expect(heard.text).not.toMatch(noControls);
	expect(heard.pinged).toEqual([]);
}
