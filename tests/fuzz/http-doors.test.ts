import { createHmac } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { openProgram, type Program } from "../../src/program/open-program.ts";
import { botToken, FakeSlack } from "../adapters/slack/fake-slack.ts";
import { hostileText } from "../hostile/hostile-texts.ts";
import { fuzz, fuzzTimeoutMs } from "./fuzz.ts";

const signingSecret = "shhh";
const adminToken = "correct-horse-battery-staple";
const paths = [
	..."/ /page/main.ts /page/words.json /page/.. /api/chat /api/chat/stream?channel=a".split(
		" ",
	),
	..."/api/chat/history?channel=a /api/chat/unread?channel=a&after=0 /api/chat/channels".split(
		" ",
	),
	..."/api/chat/commands /api/chat/suggest?channel=a&command=tariff&option=product&typed=st".split(
		" ",
	),
	..."/desk /desk/desk.css /desk/proposals /healthz /readyz /metrics /tariff/steel".split(
		" ",
	),
	..."/calendar.ics?days=30 /pages/page.css /api/imports/x /api/copies/x /websub/token".split(
		" ",
	),
	..."/websub/t?hub.mode=subscribe&hub.topic=x&hub.challenge=y /slack/events".split(
		" ",
	),
	..."/slack/install /slack/oauth_redirect?code=a&state=b /login /logout /login/gate.css".split(
		" ",
	),
];
const methods =
	"GET POST HEAD PUT PATCH DELETE OPTIONS TRACE PROPFIND get FROB CONNECT".split(
		" ",
	);

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

	test("answer every request with what is wrong with it, never with a fault", async () => {
		await fuzz(requests(), 400, async (request) => {
			const status = await statusOf(program.address, request);
			expect(status).toBeGreaterThanOrEqual(200);
			expect(status).toBeLessThan(500);
		});
		await expectAlive();
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

interface Asked {
	readonly method: string;
	readonly path: string;
	readonly headers: readonly (readonly [string, string])[];
	readonly body: Buffer;
}

function requests(): fc.Arbitrary<Asked> {
	const tail = hostileText().map((text) =>
		encodeURIComponent(text.toWellFormed()),
	);
	const path = fc.oneof(
		{ weight: 4, arbitrary: fc.constantFrom(...paths) },
		fc.tuple(fc.constantFrom(...paths), tail).map((parts) => parts.join("")),
		fc
			.tuple(fc.constantFrom(...paths), tail, tail)
			.map(
				([one, name, value]) =>
					`${one}${one.includes("?") ? "&" : "?"}${name}=${value}`,
			),
		fc.constantFrom(
			"//",
			"/%",
			"/%zz",
			"/%00",
			"/../..",
			"/a?%",
			"*",
			"http://b/",
		),
	);
	const chat = fc.record(
		{ channel: hostileText(), user: hostileText(), text: hostileText() },
		{ requiredKeys: [] },
	);
	const body = fc.oneof(
		chat.map((given) => JSON.stringify({ channel: "a", user: "b", ...given })),
		fc.json(),
		hostileText(),
		fc.constant(`${"[".repeat(5_000)}`),
		fc.dictionary(hostileText(), hostileText()).map((fields) =>
			Object.entries(fields)
				.map((pair) =>
					pair.map((part) => encodeURIComponent(part.toWellFormed())).join("="),
				)
				.join("&"),
		),
		fc.constant(""),
	);
	const name = fc.constantFrom(
		..."accept accept-encoding authorization cookie content-encoding origin range referer sec-fetch-site if-none-match last-event-id x-forwarded-for x-hub-signature x-slack-signature x-slack-request-timestamp host transfer-encoding".split(
			" ",
		),
	);
	const value = fc.oneof(
		fc.constantFrom(
			...[
				"gzip",
				"identity",
				"chunked",
				"null",
				"*",
				"a,b;q=0",
				"bytes=0-",
				"-1",
			],
			...[`Bearer ${adminToken}`, "Bearer", "tradewire=x", "same-origin"],
		),
		hostileText().map((text) =>
			text.replace(/[^\t\x20-\x7e]/g, "").slice(0, 2_000),
		),
	);
	const type = fc.constantFrom(
		..."application/json application/x-www-form-urlencoded text/plain multipart/form-data;boundary=x application/json;charset=utf-16 a/b;;;=".split(
			" ",
		),
	);
	return fc
		.record({
			method: fc.oneof(
				fc.constantFrom("GET", "POST"),
				fc.constantFrom(...methods),
			),
			path,
			type,
			isOperator: fc.boolean(),
			isSigned: fc.boolean(),
			isZipped: fc.boolean(),
			headers: fc.array(fc.tuple(name, value), { maxLength: 3 }),
			body,
		})
		.map(({ type, isOperator, isSigned, isZipped, body: text, ...asked }) => {
			const bytes = Buffer.from(text);
			const body = isZipped && text.length % 5 === 0 ? gzipSync(bytes) : bytes;
			const allowed = isOperator
				? [["authorization", `Bearer ${adminToken}`]]
				: [];
			const signed = isSigned ? signature(text) : [];
			const headers = [["content-type", type], ...allowed, ...signed];
			return {
				...{ method: asked.method, path: asked.path, body },
				headers: [...headers, ...asked.headers].map(
					([key = "", given = ""]) => [key, given] as const,
				),
			};
		});
}

function signature(body: string): string[][] {
	const time = String(Math.floor(Date.now() / 1000));
	const hash = createHmac("sha256", signingSecret)
		.update(`v0:${time}:${body}`)
		.digest("hex");
	return [
		["x-slack-request-timestamp", time],
		["x-slack-signature", `v0=${hash}`],
	];
}

/** Written by hand, for clients of ours would not send most of these. 400 when the line is hung up on. */
async function statusOf(address: string, asked: Asked): Promise<number> {
	const { method, path, headers, body } = asked;
	const isChunked = headers.some(([name]) => name === "transfer-encoding");
	const lines = [
		`${method} ${path} HTTP/1.1`,
		...(headers.some(([name]) => name === "host") ? [] : ["host: 127.0.0.1"]),
		...headers.map(([name, value]) => `${name}: ${value}`),
		...(isChunked ? [] : [`content-length: ${body.length}`]),
		"connection: close",
	];
	const head = Buffer.from(`${lines.join("\r\n")}\r\n\r\n`);
	const end = isChunked ? Buffer.from("0\r\n\r\n") : body;
	const told = await thrown(address, Buffer.concat([head, end]));
	return Number(/^HTTP\/1\.1 (\d{3})/.exec(told)?.[1] ?? 400);
}

/** Sends bytes and no more; gives what comes back first, or nothing when the line is closed over them. */
async function thrown(address: string, bytes: Buffer): Promise<string> {
	const { hostname, port } = new URL(address);
	const socket = connect(Number(port), hostname);
	try {
		await once(socket, "connect");
		const first = new Promise<string>((resolve) => {
			socket.once("data", (data) => resolve(data.toString("latin1")));
			socket.once("close", () => resolve(""));
			socket.once("error", () => resolve(""));
		});
		socket.end(bytes);
		return await first;
	} finally {
		socket.destroy();
	}
}
