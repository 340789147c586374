import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { openProgram, type Program } from "../../src/program/open-program.ts";
import { botToken, FakeSlack } from "../adapters/slack/fake-slack.ts";
import { hostileText } from "../hostile/hostile-texts.ts";
import { fuzz, fuzzTimeoutMs } from "./fuzz.ts";
import { adminToken, requests, signingSecret } from "./http-requests.ts";
import { statusOf, thrown } from "./raw-http.ts";

describe("the HTTP doors", { timeout: fuzzTimeoutMs }, () => {
	let home: string;
	let slack: FakeSlack;
	let program: Program;

	beforeAll(async () => {
		home = await mkdtemp(join(tmpdir(), "tradewire-doors-"));
		slack = new FakeSlack();
		await slack.open();
		const config = readConfig({
			...{ TRADEWIRE_HOME: home, PORT: "0", LOG_LEVEL: "error" },
			TRADEWIRE_PUBLIC_URL: "http://127.0.0.1:1",
			TRADEWIRE_ADMIN_TOKEN: adminToken,
			TRADEWIRE_COMMANDS_PER_MINUTE: "10000",
			...{ SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret },
			SLACK_API_URL: slack.apiUrl,
		});
		program = await openProgram({
			...{ config, feeds: [], wishes: { role: "all", console: false } },
			stopped: new AbortController().signal,
		});
	}, 120_000);

	afterAll(async () => {
		await program.close();
		await slack.close();
		await rm(home, { recursive: true, force: true });
	}, 60_000);

	const expectAlive = async () => {
		for (const path of ["/healthz", "/readyz"]) {
			const { status } = await fetch(`${program.address}${path}`);
			expect(status).toBe(200);
		}
	};

	// First: whoever has guessed at the token often enough is answered no more.
	test("answer any question in the web chat", async () => {
		const inputs = fc.record({
			channel: fc.oneof(fc.constant("general"), hostileText()),
			user: fc.oneof(fc.constant("ann"), hostileText()),
			text: hostileText(),
		});
		await fuzz(inputs, 150, async (question) => {
			const response = await fetch(`${program.address}/api/chat`, {
				method: "POST",
				headers: {
					"content-type": "application/json",
					authorization: `Bearer ${adminToken}`,
				},
				body: JSON.stringify(question),
			});
			expect([200, 400, 413]).toContain(response.status);
			const isCard = response.status === 200;
			const told = await response.json();
			expect(told).toHaveProperty(isCard ? "tone" : "error");
			expect(JSON.stringify(told)).not.toMatch(/[\x7f-\x9f\u202a-\u202e]/);
		});
	});

	test("answer every request with what is wrong with it, never with a fault", async () => {
		await fuzz(requests(), 400, async (request) => {
			const status = await statusOf(program.address, request);
			expect(status).toBeGreaterThanOrEqual(200);
			expect(status).toBeLessThan(500);
		});
		await expectAlive();
	});

	test("take any form about a proposal", async () => {
		const field = fc.constantFrom(
			...["action", "id", "measure", "rate", "from", "to", "origin", "act"],
		);
		const value = fc.oneof(fc.constantFrom("confirm", "reject"), hostileText());
		await fuzz(fc.dictionary(field, value), 100, async (form) => {
			const { status } = await fetch(`${program.address}/desk/proposals`, {
				method: "POST",
				headers: { authorization: `Bearer ${adminToken}` },
				body: new URLSearchParams(form),
			});
			expect(status).toBeLessThan(500);
		});
	});

	test("outlive whatever bytes come", async () => {
		const garbage = fc.oneof(
			fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
			fc.constantFrom(...broken).map((text) => Buffer.from(text)),
		);
		await fuzz(garbage, 120, (bytes) => thrown(program.address, bytes));
		await expectAlive();
	});
});

/** Text that is no whole request, or two in one. */
const broken = [
	"GET",
	"GET /\r\n\r\n",
	"GET / HTTP/1.1\r\n",
	"GET / HTTP/9.9\r\nHost: a\r\n\r\n",
	"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
	"POST /api/chat HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
	"POST /api/chat HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\n{",
	"POST /api/chat HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n",
	"POST /api/chat HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
	"POST /websub/x HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n",
	"GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
	`GET /${"a".repeat(100_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
	`GET / HTTP/1.1\r\nHost: a\r\nX: ${"b".repeat(100_000)}\r\n\r\n`,
	"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n".repeat(50),
];
