import { afterAll, expect, test } from "vitest";
import { listen } from "../fakes/chat-client.ts";
import {
	newHome,
	type RunningTradewire,
	startTradewire,
} from "../fakes/tradewire-process.ts";

let tradewire: RunningTradewire | undefined;
afterAll(() => tradewire?.stop());

test("the demo plays a day: alerts, an edit in place, a reply, a statement, a digest", {
	timeout: 180_000,
}, async () => {
	tradewire = await startTradewire({
		words: ["--demo"],
		env: { TRADEWIRE_HOME: newHome() },
	});
	const ear = await listen(tradewire.address, "trade-desk", "0");
	const heard = await ear.until(8, 150_000);
	ear.close();
	const posts = heard.filter(({ revision }) => revision === 1);
	expect(posts.map(({ card }) => card.title)).toEqual([
		expect.stringMatching(/CUSMA review/),
		expect.stringMatching(/^Notice: request window/),
		"Greer: the review will take the time it needs",
		expect.stringMatching(/^@everyone <!channel> Steel tariffs/),
		expect.stringMatching(/^New in this story: CUSMA review moved/),
		expect.stringMatching(/^Softwood lumber duties/),
		expect.stringMatching(/digest/i),
	]);
	const [edited] = heard.filter(({ revision }) => revision === 2);
	expect(edited?.key).toBe(posts[0]?.key);
});
