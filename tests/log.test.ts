import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readConfig, secretsIn } from "../src/config.ts";
import { type Log, makeLog } from "../src/log.ts";
import { settings } from "../src/settings.ts";

function written(
	act: (log: Log) => void,
	secrets: readonly string[] = [],
): string[] {
	const lines: string[] = [];
	act(
		makeLog("info", (line) => lines.push(line), {
			now: () => new Date("2026-01-02T03:04:05Z"),
			secrets,
		}),
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
	[
		"a key in an address",
		{ url: "https://host/feed?a=1&api_key=abcdef" },
		"abcdef",
	],
	[
		"a Slack response address",
		{ at: "POST https://hooks.slack.com/commands/T1/2/abcdef failed" },
		"abcdef",
	],
	[
		"a Discord interaction's token",
		{ path: "/webhooks/112233445566778899/aW50ZXJhY3Rpb24/messages" },
		"aW50ZXJhY3Rpb24",
	],
	["a header in a text", { note: "sent Basic bWU6c2VjcmV0 to it" }, "bWU6"],
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

test.each<[string, () => unknown]>([
	["a ring", () => Object.assign(ring, { ring })],
	["a ring of causes", () => Object.assign(fault, { cause: fault })],
	["a number too large", () => 2n ** 80n],
	[
		"a field that throws",
		() => ({
			get field() {
				throw new Error("no");
			},
		}),
	],
	["a symbol", () => Symbol("s")],
	["bytes", () => Buffer.from("abc")],
])("is not thrown by %s", (_name, odd) => {
	const lines = written((log) => log.info("odd thing seen", { odd: odd() }));
	expect(JSON.parse(lines[0] ?? "")).toMatchObject({ event: "odd thing seen" });
});
const ring = {};
const fault = new Error("round and round");

describe("no secret setting passes", () => {
	/** As people make them: printable, and with what JSON and addresses write otherwise. */
	const secret = fc
		.string({ minLength: 32, maxLength: 60, unit: "grapheme-ascii" })
		.map((text) => text.replace(/\s/g, "+"))
		// A secret that is a part of every line cannot be told from it.
		.filter((text) => !/^(.)\1*$/.test(text));
	const names = Object.entries(settings).flatMap(([name, setting]) =>
		"secret" in setting ? [name] : [],
	);

	test.each([...names, "DATABASE_URL", "REDIS_URL"])(
		"%s, wherever it stands",
		(name) => {
			fc.assert(
				fc.property(secret, fc.nat(600), (text, at) => {
					const secrets = secretsOf(name, text);
					const fields = hidingPlaces(text, at);
					const lines = written((log) => {
						log.error(`failed with ${text}`, fields);
					}, secrets);
					// As a reader of the log sees it, and as it lies there.
					const line = lines.join("");
					const told = [line, ...textsIn(JSON.parse(line))].join("\n");
					for (const form of [text, ...writtenAs(text)])
						expect(told).not.toContain(form);
					// Nor the beginning of one, where a long value is cut.
					expect(told).not.toContain(text.slice(0, 16));
				}),
				{ numRuns: 60 },
			);
		},
	);

	/** What the settings say of secrets when this one is given. */
	function secretsOf(name: string, text: string): readonly string[] {
		const isAddress = name.endsWith("_URL");
		const scheme = name === "REDIS_URL" ? "redis" : "postgres";
		const value = isAddress
			? `${scheme}://me:${encodeURIComponent(text)}@host/db`
			: text;
		const both = {
			SLACK_CLIENT_ID: "1.2",
			SLACK_CLIENT_SECRET: "s".repeat(32),
		};
		return secretsIn(readConfig({ ...both, [name]: value }));
	}

	function textsIn(value: unknown): readonly string[] {
		if (typeof value !== "object" || value === null) return [String(value)];
		return Object.entries(value).flatMap(([name, field]) => [
			name,
			...textsIn(field),
		]);
	}

	function writtenAs(text: string): readonly string[] {
		return [
			encodeURIComponent(text),
			encodeURIComponent(text).replace(/%../g, (sign) => sign.toLowerCase()),
			JSON.stringify(text).slice(1, -1),
			Buffer.from(text).toString("base64").replace(/=+$/, ""),
		];
	}

	function hidingPlaces(text: string, at: number) {
		const long = `${"é".repeat(at)}${text}${"é".repeat(600)}`;
		const cause = new Error(`inner ${text}`, { cause: { detail: [text] } });
		const error = new Error(`outer ${text}`, { cause });
		error.stack = `Error: ${text}\n at ${text}`;
		const url = new URL("https://host/feed");
		url.searchParams.set("q", text);
		return {
			...{ long, error, url, [text]: 1, list: [[text], { deep: { text } }] },
			address: `https://me:${encodeURIComponent(text)}@host/?k=${encodeURIComponent(text)}`,
			map: new Map([[text, new Set([text])]]),
			json: JSON.stringify({ inner: { text } }),
			all: new AggregateError([new Error(text)], text),
			bytes: Buffer.from(text),
			said: { toJSON: () => ({ text }) },
			lower: encodeURIComponent(text).replace(/%../g, (hex) =>
				hex.toLowerCase(),
			),
			basic: `Basic ${Buffer.from(`me:${text}`).toString("base64")}`,
		};
	}
});
