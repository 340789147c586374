import { createInterface } from "node:readline";
import { z } from "zod";
import { until } from "../../fakes/until.ts";
import { type Fault, fakeDiscord } from "./fake-discord.ts";

/**
 * The fake in a process of its own: `node serve-fake-discord.ts 10000` makes
 * so many channels beside the two that are there, and prints where it is as
 * one line of JSON. Each line on its standard input is then a wish, answered
 * with one line; it ends with its input.
 */
const wishes = z.discriminatedUnion("wish", [
	z.object({ wish: z.literal("tally") }),
	z.object({ wish: z.literal("messages"), channel: z.string() }),
	z.object({ wish: z.literal("forget nonces") }),
	z.object({ wish: z.literal("break down") }),
	z.object({ wish: z.literal("mend") }),
	z.object({
		wish: z.literal("limit posts"),
		limit: z.int(),
		perMs: z.number(),
	}),
	z.object({
		wish: z.literal("fail"),
		matching: z.string(),
		faults: z.array(z.custom<Fault>()),
	}),
	z.object({
		wish: z.literal("ask"),
		channel: z.string(),
		name: z.string(),
		options: z.array(z.record(z.string(), z.unknown())).default([]),
	}),
]);

const discord = await fakeDiscord();
const { apiUrl, token, applicationId, channels } = discord;
let mend = () => {};

async function grant(wish: z.infer<typeof wishes>): Promise<object> {
	switch (wish.wish) {
		case "tally":
			return {
				requests: discord.requests.length,
				limited: discord.limits.limited(),
				busiest: discord.limits.busiest(),
				posted: channels.count(),
			};
		case "messages":
			return { messages: channels.messages(wish.channel) };
		case "forget nonces":
			channels.forgetNonces();
			return {};
		case "break down":
			mend = discord.breakDown();
			return {};
		case "mend":
			mend();
			return {};
		case "limit posts":
			discord.limits.limitPosts(wish.limit, wish.perMs);
			return {};
		case "fail":
			discord.fail(new RegExp(wish.matching), ...wish.faults);
			return {};
		case "ask": {
			const { channel, name, options } = wish;
			const data = { id: "1", type: 1, name, options };
			const asked = discord.interactions.send(2, data, { channel });
			await until(() => asked.firstResponseMs !== null);
			return { firstResponseMs: asked.firstResponseMs };
		}
	}
}

const tell = (answer: object) => console.log(JSON.stringify(answer));
const more = channels.add(Number(process.argv[2] ?? 0));
tell({ apiUrl, token, applicationId, channels: [...channels.ids, ...more] });

const lines = createInterface({ input: process.stdin });
lines.on("line", async (line) => {
	// Wishes carry an id, so that one that takes long holds up no other.
	const { id } = z.object({ id: z.int() }).parse(JSON.parse(line));
	tell({ id, ...(await grant(wishes.parse(JSON.parse(line)))) });
});
lines.on("close", () => discord.close());
