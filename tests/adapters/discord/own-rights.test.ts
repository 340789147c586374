import { PermissionFlagsBits } from "discord.js";
import { describe, expect, test } from "vitest";
import { rightsIn } from "../../../adapters/discord/own-rights.ts";

const { ViewChannel, SendMessages, ReadMessageHistory, Administrator } =
	PermissionFlagsBits;
const server = "1";
const bot = "2";
const role = "3";
const otherRole = "4";
const now = new Date("2026-10-07T12:00:00Z");
const usual = ViewChannel | SendMessages | ReadMessageHistory;

interface Case {
	readonly everyone?: bigint;
	readonly role?: bigint;
	readonly owner?: string;
	readonly timedOutUntil?: string;
	/** Id, allowed, denied. */
	readonly overwrites?: readonly [string, bigint, bigint][];
}

function rights(given: Case) {
	return rightsIn({
		guild: {
			id: server,
			owner_id: given.owner ?? "9",
			roles: [
				roleOf(server, given.everyone ?? usual),
				roleOf(role, given.role ?? 0n),
				roleOf(otherRole, Administrator),
			],
		},
		member: {
			id: bot,
			roles: [role],
			timedOutUntil: given.timedOutUntil ?? null,
		},
		overwrites: (given.overwrites ?? []).map(([id, allow, deny]) => ({
			id,
			type: id === bot ? 1 : 0,
			allow: String(allow),
			deny: String(deny),
		})),
		now,
	});
}

describe("our rights in a channel", () => {
	test.each<[string, Case, boolean]>([
		["come from everyone's", {}, true],
		["come from our role", { everyone: ViewChannel, role: SendMessages }, true],
		["come from no other role", { everyone: ViewChannel }, false],
		[
			"are taken from everyone there",
			{ overwrites: [[server, 0n, SendMessages]] },
			false,
		],
		[
			"are given back to our role",
			{
				overwrites: [
					[role, SendMessages, 0n],
					[server, 0n, SendMessages],
				],
			},
			true,
		],
		[
			"are taken from the bot itself at last",
			{
				overwrites: [
					[bot, 0n, SendMessages],
					[role, SendMessages, 0n],
				],
			},
			false,
		],
		[
			"are not what other roles are given",
			{
				everyone: ViewChannel,
				overwrites: [[otherRole, SendMessages, 0n]],
			},
			false,
		],
		[
			"end with the sight of it",
			{ overwrites: [[server, 0n, ViewChannel]] },
			false,
		],
		[
			"are all an administrator's",
			{ role: Administrator, overwrites: [[bot, 0n, SendMessages]] },
			true,
		],
		["are all the owner's", { everyone: 0n, owner: bot }, true],
		[
			"rest during a time-out",
			{ timedOutUntil: "2026-10-07T13:00:00Z" },
			false,
		],
		["are back after it", { timedOutUntil: "2026-10-07T11:00:00Z" }, true],
	])("%s", (_, given, maySend) => {
		expect(rights(given).has(SendMessages)).toBe(maySend);
	});

	test("leave an onlooker's in a time-out", () => {
		const held = rights({ timedOutUntil: "2026-10-07T13:00:00Z" });
		expect(held.has(ReadMessageHistory)).toBe(true);
	});
});

function roleOf(id: string, permissions: bigint) {
	return { id, permissions: String(permissions) };
}
