import { expect, test } from "vitest";
import { makeLog } from "../src/log.ts";

function written(act: (log: ReturnType<typeof makeLog>) => void): string[] {
	const lines: string[] = [];
	act(
		makeLog(
			"info",
			(line) => lines.push(line),
			() => new Date("2026-01-02T03:04:05Z"),
		),
	);
	return lines;
}

test("writes one JSON line with time, level, event and fields", () => {
	expect(
		written((log) => log.info("delivery posted", { deliveryId: "d1" })),
	).toEqual([
		'{"at":"2026-01-02T03:04:05.000Z","level":"info","event":"delivery posted","deliveryId":"d1"}\n',
	]);
});

test("writes nothing below its level", () => {
	expect(written((log) => log.debug("noise"))).toEqual([]);
});

test.each([
	["a named secret", { slackBotToken: "abc" }, "abc"],
	["a nested secret", { config: { DISCORD_TOKEN: "abc" } }, "abc"],
	["a Slack token in a text", { note: "with xoxb-12-34-ab failed" }, "xoxb"],
	["credentials in an address", { url: "http://me:pw@host/feed" }, "me:pw"],
	[
		"a secret in an error",
		{ error: new Error("https://me:pw@host refused") },
		"me:pw",
	],
])("hides %s", (_, fields, secret) => {
	expect(written((log) => log.warn("noticed", fields)).join()).not.toContain(
		secret,
	);
});

test("tells an error with its cause", () => {
	const error = new Error("poll cbc", { cause: new Error("503") });
	expect(written((log) => log.error("poll failed", { error }))[0]).toContain(
		'"error":{"error":"poll cbc","cause":{"error":"503"}}',
	);
});
