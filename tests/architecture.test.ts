import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");

/** Floors, lowest first. A room imports itself and rooms on lower floors only. */
const floors: readonly (readonly string[])[] = [
	["src/hiding-secrets.ts"],
	["src/phrases", "src/pictures", "src/log.ts"],
	["src/chat", "src/tariffs", "src/text"],
	["src/news", "src/settings.ts"],
	["src/topics", "src/feeds", "src/summaries", "adapters/*"],
	["src/deliveries", "src/config.ts"],
	["src/store", "src/cards"],
	["src/flows", "src/commands"],
	["src/queue", "src/desk", "src/terminal"],
	["src/house", "src/gate", "src/pages", "adapters/index.ts"],
	["src/program"],
	["src/demo"],
	["src/main.ts", "src/cli.ts"],
];

/** An adapter may look down only into these: how we speak, and our words. */
const openToAdapters = ["src/chat", "src/phrases", "src/log.ts"];

/** Each of these packages has one door. */
const doors: Readonly<Record<string, string>> = {
	"@napi-rs/canvas": "src/pictures",
	"rss-parser": "src/feeds",
	chardet: "src/feeds",
	eld: "src/text",
	undici: "src/feeds",
	"sanitize-html": "src/feeds",
	htmlparser2: "src/feeds",
	pg: "src/store",
	kysely: "src/store",
	"@electric-sql/pglite": "src/store",
	"@electric-sql/pglite-prepopulatedfs": "src/store",
	bullmq: "src/queue",
	ioredis: "src/queue",
	"@slack/bolt": "adapters/slack",
	"@slack/oauth": "adapters/slack",
	"discord.js": "adapters/discord",
	"intl-messageformat": "src/phrases",
	"ical-generator": "src/pages",
	"prom-client": "src/desk",
};

interface Import {
	readonly from: string;
	readonly to: string;
}

const imports = sourceFiles().flatMap(importsOf);

test("a room imports only itself and rooms below it", () => {
	const wrong = imports
		.filter(({ to }) => to.startsWith("src/") || to.startsWith("adapters/"))
		.filter(({ from, to }) => !mayImport(from, to));
	expect(wrong).toEqual([]);
});

test("an adapter sees the chat, the phrases and its own package, and no other adapter", () => {
	const wrong = imports
		.filter(({ from }) => roomOf(from).startsWith("adapters/"))
		.filter(({ from }) => from !== "adapters/index.ts")
		.filter(({ to }) => /^(src|adapters)\//.test(to))
		.filter(({ from, to }) => roomOf(from) !== roomOf(to))
		.filter(({ to }) => !openToAdapters.includes(roomOf(to)));
	expect(wrong).toEqual([]);
});

test("only the front doors open the adapters", () => {
	const opened = imports.filter(({ to }) => to === "adapters/index.ts");
	const wrong = opened.filter(({ from }) => floorOf(roomOf(from)) < 10);
	expect(wrong).toEqual([]);
});

test("each package is imported by its one room", () => {
	const wrong = imports.filter(({ from, to }) => {
		const door = doors[to];
		return door !== undefined && roomOf(from) !== door;
	});
	expect(wrong).toEqual([]);
});

test("only config.ts reads the environment", () => {
	const wrong = sourceFiles().filter(
		(file) =>
			file !== "src/config.ts" &&
			/process\.env\b/.test(readFileSync(join(root, file), "utf8")),
	);
	expect(wrong).toEqual([]);
});

function mayImport(from: string, to: string): boolean {
	const [fromRoom, toRoom] = [roomOf(from), roomOf(to)];
	return fromRoom === toRoom || floorOf(toRoom) < floorOf(fromRoom);
}

/** `src/store/pool.ts` lives in `src/store`; `src/main.ts` is a room of its own. */
function roomOf(file: string): string {
	const [top, second = ""] = file.split("/");
	return `${top}/${second}`;
}

function floorOf(room: string): number {
	const exact = floors.findIndex((rooms) => rooms.includes(room));
	if (exact >= 0) return exact;
	if (room.startsWith("adapters/")) return 4;
	throw new Error(`${room} has no floor: add it to the table`);
}

function sourceFiles(): string[] {
	return ["src", "adapters"].flatMap((top) =>
		readdirSync(join(root, top), { recursive: true, encoding: "utf8" })
			.map((file) => `${top}/${file.replaceAll("\\", "/")}`)
			.filter((file) => file.endsWith(".ts")),
	);
}

function importsOf(from: string): Import[] {
	const source = readFileSync(join(root, from), "utf8");
	const specifiers = source.matchAll(
		/(?:^|\n)\s*(?:import|export)\b(?:[^;"']*?\bfrom)?\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/g,
	);
	return [...specifiers].map((found) => ({
		from,
		to: target(from, found[1] ?? found[2] ?? ""),
	}));
}

/** A path from the root for our own files; the package's name for others. */
function target(from: string, specifier: string): string {
	if (specifier.startsWith(".")) {
		return relative(root, resolve(root, dirname(from), specifier));
	}
	const parts = specifier.split("/");
	return parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
}
