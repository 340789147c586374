import { join } from "node:path";
import { expect, test } from "vitest";
import { parseCommand } from "../../src/terminal/parse-command.ts";
import { UsageError } from "../../src/terminal/terminal-command.ts";

const fixtures = join(import.meta.dirname, "../fixtures/feeds");

async function run(words: readonly string[], lines: readonly string[] = []) {
	const printed: string[] = [];
	const complaints: string[] = [];
	const code = await parseCommand.run(words, {
		input: (async function* () {
			yield* lines;
		})(),
		print: (line, rest = []) => printed.push([line, ...rest].join("")),
		complain: (line) => complaints.push(line),
	});
	return { code, printed, complaints };
}

const base64 = (text: string) => Buffer.from(text, "latin1").toString("base64");
const small =
	"<rss version='2.0'><channel><item><title>é</title><link>/1</link></item></channel></rss>";

test("prints a file as one JSON object with every field", async () => {
	const url = "https://ports.example/rdf";
	const { code, printed } = await run([
		join(fixtures, "ports.rdf"),
		"--url",
		url,
	]);
	expect(code).toBe(0);
	expect(printed).toHaveLength(1);
	const feed = JSON.parse(printed[0] ?? "");
	expect(Object.keys(feed)).toEqual(
		"format title link language ttlMinutes hub self bozo items".split(" "),
	);
	expect(Object.keys(feed.items[0])).toEqual(
		"id title link published updated summary content author categories image".split(
			" ",
		),
	);
});

test("a file that is no feed exits 1 with one line", async () => {
	const file = join(import.meta.dirname, "../../package.json");
	const { code, printed, complaints } = await run([file]);
	expect({ code, printed }).toEqual({ code: 1, printed: [] });
	expect(complaints).toEqual([expect.stringMatching(/^\S+: the page is .*$/)]);
});

test("a file that is not there exits 1 with one line", async () => {
	const { code, complaints } = await run(["none.xml"]);
	expect(code).toBe(1);
	expect(complaints).toEqual(["none.xml: there is no such file"]);
});

test("a directory is said to be one", async () => {
	const { code, complaints } = await run([fixtures]);
	expect(code).toBe(1);
	expect(complaints).toEqual([`${fixtures}: that is a directory, not a file`]);
});

test("a batch answers every line, in order, also the wrong ones", async () => {
	const { code, printed } = await run(
		["--batch"],
		[
			JSON.stringify({
				id: "a",
				base64: base64(small),
				contentType: "text/xml; charset=iso-8859-1",
				url: "https://x.example/",
			}),
			JSON.stringify({ id: "b", base64: base64("<html>") }),
			"",
			"not JSON",
			JSON.stringify({ id: 3, base64: "" }),
		],
	);
	expect(code).toBe(0);
	expect(printed.map((line) => JSON.parse(line))).toMatchObject([
		{
			id: "a",
			format: "rss",
			items: [{ title: "é", link: "https://x.example/1" }],
		},
		{ id: "b", error: "the page is HTML, not a feed: is the address right?" },
		{ id: null, error: expect.stringContaining("not a batch line") },
		{ id: 3, error: "the page is empty" },
	]);
});

test.each([[[]], [["a", "b"]], [["--batch", "a"]], [["--what", "a"]]])(
	"refuses the words %j",
	async (words) => {
		await expect(run(words)).rejects.toThrow(UsageError);
	},
);
