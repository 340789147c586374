import { expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { bookKeeping, deskChannel } from "../../src/house/book-keeping.ts";
import type { LiveBook } from "../../src/house/live-book.ts";

const live: LiveBook = {
	book: () => {
		throw new Error("not read here");
	},
	refresh: async () => true,
};
const mayAmend = (channels: string, id: string, isAlone = false) => {
	const config = readConfig({ TRADEWIRE_BOOK_CHANNELS: channels });
	const channel = { platform: "slack", id };
	return bookKeeping(config, live).mayAmend(channel, isAlone);
};

test("the tariff book is changed on the desk and in the channels named", () => {
	const config = readConfig({ TRADEWIRE_BOOK_CHANNELS: "slack:T1/C1" });
	expect(bookKeeping(config, live).mayAmend(deskChannel, false)).toBe(true);
	expect(mayAmend("slack:T1/C1", "T1/C1")).toBe(true);
	expect(mayAmend("slack:T1/C1", "T1/C2")).toBe(false);
	expect(mayAmend("web:* slack:*", "T1/C2")).toBe(true);
});

test("a talk with us alone, which anyone has, is not meant by all of a platform", () => {
	expect(mayAmend("slack:*", "T1/D1", true)).toBe(false);
	expect(mayAmend("slack:* slack:T1/D1", "T1/D1", true)).toBe(true);
});
