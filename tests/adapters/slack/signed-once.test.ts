import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { signedOnce } from "../../../adapters/slack/signed-once.ts";

const start = 1_790_000_000;

function signed(time: number, body = "text=steel") {
	const hash = createHmac("sha256", "shhh").update(`v0:${time}:${body}`);
	return { signature: `v0=${hash.digest("hex")}`, time: String(time), body };
}

test("a request is taken once in all the time that its signature holds", () => {
	let now = (start - 300) * 1000;
	const { standing } = signedOnce("shhh", () => now);
	const request = signed(start);
	expect(standing(request)).toBe("fresh");
	for (const later of [-299, 0, 150, 300]) {
		now = (start + later) * 1000;
		expect(standing(request)).toBe("again");
	}
	now = (start + 301) * 1000;
	expect(standing(request)).toBe("forged");
});

test("the same words at another second are another request", () => {
	const { standing } = signedOnce("shhh", () => start * 1000);
	expect(standing(signed(start))).toBe("fresh");
	expect(standing(signed(start - 1))).toBe("fresh");
});

test("what could not be carried out may come again", () => {
	const { standing, release } = signedOnce("shhh", () => start * 1000);
	const request = signed(start);
	expect(standing(request)).toBe("fresh");
	release(request);
	expect(standing(request)).toBe("fresh");
});

test("a forged request takes no place of a right one", () => {
	const { standing } = signedOnce("shhh", () => start * 1000);
	const request = signed(start);
	expect(standing({ ...request, body: "text=other" })).toBe("forged");
	expect(standing(request)).toBe("fresh");
});
