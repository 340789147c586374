import { expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { examineDoors } from "../../src/program/examine-doors.ts";

const told = (environment: Record<string, string>) =>
	examineDoors(readConfig(environment)).map(
		({ what, state, says }) => `${state} ${what}: ${says}`,
	);
const proxy = {
	TRADEWIRE_PROXY_USER_HEADER: "Remote-User",
	TRADEWIRE_PROXY_ADDRESSES: "10.0.0.5",
};
const adminToken = "x".repeat(32);

test("says that nothing is open but to this machine, as it comes", () => {
	expect(told({})).toEqual([
		"well who gets in: this machine alone, and whoever uses it manages",
		"well listens on: 127.0.0.1, port 8787: this machine alone",
		"off open to anyone: /healthz, /readyz, /tariff and /calendar.ics",
	]);
});

test.each<[string, Record<string, string>, RegExp]>([
	[
		"who holds the token",
		{ TRADEWIRE_ADMIN_TOKEN: adminToken },
		/^well who gets in: whoever shows TRADEWIRE_ADMIN_TOKEN manages$/m,
	],
	[
		"a token that is short",
		{ TRADEWIRE_ADMIN_TOKEN: "hunter2222" },
		/^ill who gets in: .*only 10 characters$/m,
	],
	[
		"whom a proxy names",
		{ ...proxy, TRADEWIRE_WEB_MANAGERS: "ana bob" },
		/^well who gets in: people are whom remote-user names, sent from 10.0.0.5; of them ana, bob manages$/m,
	],
	[
		"plain HTTP to others",
		{ HOST: "0.0.0.0", TRADEWIRE_ADMIN_TOKEN: adminToken },
		/^off listens on: 0.0.0.0, port 8787, in plain HTTP/m,
	],
	[
		"doors for Slack and hubs",
		{
			SLACK_SIGNING_SECRET: "s".repeat(32),
			TRADEWIRE_PUBLIC_URL: "https://trade.example",
		},
		/^off open to anyone: .*\/slack\/events \(signed\), \/websub \(signed\)$/m,
	],
	[
		"a book that anyone may change",
		{ ...proxy, TRADEWIRE_WEB_MANAGERS: "anyone" },
		/^ill tariff book: anyone/m,
	],
	[
		"a proxy that is not named",
		{
			TRADEWIRE_ADMIN_TOKEN: adminToken,
			TRADEWIRE_PUBLIC_URL: "https://trade.example",
		},
		/^off login attempts: /m,
	],
	[
		"a network that feeds reach",
		{ TRADEWIRE_ALLOW_PRIVATE_FEEDS: "1" },
		/^off private feeds: /m,
	],
])("tells of %s", (_what, environment, wanted) => {
	expect(told(environment).join("\n")).toMatch(wanted);
});

test("shows no token", () => {
	const token = "correct-horse-battery-staple";
	expect(told({ TRADEWIRE_ADMIN_TOKEN: token }).join()).not.toContain(token);
});
