import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, listen } from "../fakes/chat-client.ts";
import { type FeedServer, serveFeeds } from "../fakes/feed-server.ts";
import {
	newHome,
	type RunningTradewire,
	startTradewire,
	ticks,
} from "../fakes/tradewire-process.ts";

const outlets = ["harbour", "wire", "ledger"];
const home = newHome();
let feeds: FeedServer;
let env: Record<string, string>;
let tradewire: RunningTradewire;

beforeAll(async () => {
	feeds = await serveFeeds();
	for (const outlet of outlets) {
		feeds.publish(outlet, {
			id: "old",
			title: `CUSMA review news from before, by ${outlet}`,
			text: "The review of CUSMA was there before anyone subscribed.",
		});
	}
	const list = outlets.map((id) => ({ id, url: feeds.url(id), title: id }));
	writeFileSync(join(home, "feeds.json"), JSON.stringify(list));
	env = {
		TRADEWIRE_HOME: home,
		TRADEWIRE_FEEDS: join(home, "feeds.json"),
		TRADEWIRE_POLL_SECONDS: "1",
		TRADEWIRE_ALLOW_PRIVATE_FEEDS: "1",
	};
	tradewire = await startTradewire({ env });
}, 120_000);

afterAll(async () => {
	await tradewire?.stop();
	await feeds?.close();
});

test("a channel hears one story from three feeds once, within five seconds, and not again after a crash", {
	timeout: 90_000,
}, async () => {
	const ear = await listen(tradewire.address, "desk");
	const answer = await ask(
		tradewire.address,
		"desk",
		"/subscribe cusma-review",
	);
	expect(answer.tone).toBe("done");
	await everyFeedAskedAgain();
	expect(ear.heard).toEqual([]);

	for (const outlet of outlets) publishReview(outlet);
	const heard = await ear.until(1, 5_000);
	expect(heard).toHaveLength(1);
	expect(heard[0]?.card.title).toContain("CUSMA review");
	await everyFeedAskedAgain();
	expect(ear.heard).toHaveLength(1);
	ear.close();

	await tradewire.kill();
	tradewire = await startTradewire({ env });
	const again = await listen(tradewire.address, "desk");
	await everyFeedAskedAgain();
	await everyFeedAskedAgain();
	expect(again.heard).toEqual([]);

	const resumed = await listen(tradewire.address, "desk", "0");
	const replayed = await resumed.until(1, 5_000);
	expect(replayed.map(({ key }) => key)).toEqual([heard[0]?.key]);
	again.close();
	resumed.close();
});

function publishReview(outlet: string): void {
	feeds.publish(outlet, {
		id: "review",
		title: "Formal CUSMA review to begin in January, ministers say",
		text: `Ministers of the three countries said on Monday that the formal review of CUSMA will begin in January in Ottawa. Reported by ${outlet}.`,
	});
}

/** Three more polls of every feed, so that anything to come has come. */
async function everyFeedAskedAgain(): Promise<void> {
	const before = outlets.map((outlet) => feeds.asked(outlet));
	for await (const _ of ticks(20_000)) {
		if (
			outlets.every((outlet, i) => feeds.asked(outlet) >= (before[i] ?? 0) + 3)
		) {
			return;
		}
	}
	throw new Error(`the feeds are not polled:\n${tradewire.output()}`);
}
