import { expect, test } from "vitest";
import type { Finding } from "../../src/chat/finding.ts";
import { openCommandHouse } from "./command-house.ts";

const missing: Finding = {
	what: "rights",
	state: "ill",
	says: "the bot may not post here",
	mend: "give its role “Send Messages”",
};
const remark: Finding = { ...missing, state: "well", says: "no threads" };
const unreachable: Finding = { ...missing, state: "off" };

test.each(["/subscribe steel tariffs", "/digest at 08:00"])(
	"%s promises nothing to a channel that cannot be posted to",
	async (line) => {
		const { hear, channels } = openCommandHouse({
			examineChannel: async () => [missing],
		});
		const text = await hear(line);
		expect(text).toContain("the bot may not post here");
		expect(text).toContain("give its role “Send Messages”");
		const everyone = await channels.all();
		expect(everyone).toEqual([]);
	},
);

test.each([
	["a remark", async () => [remark]],
	["no word", async () => []],
	["an outage", async () => [unreachable]],
	["a fault", () => Promise.reject(new Error("broken"))],
	["silence", () => new Promise<never>(() => {})],
])("%s keeps nobody from subscribing", async (_, examineChannel) => {
	const { hear } = openCommandHouse({ examineChannel });
	expect(await hear("/subscribe steel tariffs")).toContain("now follows");
});
