import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";

const cli = join(import.meta.dirname, "../../src/cli.ts");

function start(...words: string[]) {
	return spawn(process.execPath, [cli, ...words], { stdio: "pipe" });
}

async function run(...words: string[]) {
	const child = start(...words);
	child.stdin.end();
	const [printed, complained, [code]] = await Promise.all([
		text(child.stdout),
		text(child.stderr),
		once(child, "close"),
	]);
	return { code, printed, complained };
}

test("a reader that leaves early ends the output without a word", async () => {
	const child = start("stories");
	const complained = text(child.stderr);
	// More than any pipe holds, so that it writes after the reader has left.
	const line = JSON.stringify({ id: "a", title: "Steel" });
	child.stdin.on("error", () => {});
	child.stdin.end(`${line}\n`.repeat(50_000));
	await once(child.stdout, "data");
	child.stdout.destroy();
	const [code] = await once(child, "close");
	expect(await complained).toBe("");
	expect(code).toBe(0);
});

test.each([
	["no command lists them all", [], 0, /^tradewire COMMAND/, /^$/],
	["help of one is printed", ["parse", "--help"], 0, /^Usage: .*parse/, /^$/],
	["an unknown command is wrong usage", ["frob"], 2, /^$/, /no command "frob"/],
	[
		"wrong words tell the usage",
		["parse"],
		2,
		/^$/,
		/\nUsage: tradewire parse/,
	],
	["an error goes to stderr", ["parse", "none.xml"], 1, /^$/, /no such file/],
	["no input is no error", ["match"], 0, /^$/, /^$/],
] as const)("%s", async (_name, words, code, printed, complained) => {
	const ran = await run(...words);
	expect(ran.code).toBe(code);
	expect(ran.printed).toMatch(printed);
	expect(ran.complained).toMatch(complained);
});
