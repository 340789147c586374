import { createHmac } from "node:crypto";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { hostileText } from "../hostile/hostile-texts.ts";

export const signingSecret = "shhh";
export const adminToken = "correct-horse-battery-staple";
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

/** A request with its body's length left to be told. */
export interface Asked {
	readonly method: string;
	readonly path: string;
	readonly headers: readonly (readonly [string, string])[];
	readonly body: Buffer;
}

/** Any method of any path, with headers, credentials and bodies of all kinds. */
export function requests(): fc.Arbitrary<Asked> {
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
