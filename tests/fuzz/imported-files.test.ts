import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FeedError } from "../../src/feeds/feed-error.ts";
import { writeOpml } from "../../src/feeds/opml.ts";
import { readFeedsFile } from "../../src/feeds/read-feeds-file.ts";
import { amendBook } from "../../src/tariffs/amend-book.ts";
import { amendmentSchema } from "../../src/tariffs/amendment.ts";
import { readBook } from "../../src/tariffs/book.ts";
import { HtsReader, HtsRowError } from "../../src/tariffs/hts-lines.ts";
import { surtaxLists } from "../../src/tariffs/surtax-lists.ts";
import { csvRows } from "../../src/text/csv-rows.ts";
import { JsonRowsError, jsonRows } from "../../src/text/json-rows.ts";
import { wire } from "../commands/command-house.ts";
import { sampleAmendment } from "../contracts/sample-proposals.ts";
import { hostileText } from "../hostile/hostile-texts.ts";
import { changedBytes } from "./byte-changes.ts";
import { fuzz, fuzzTimeoutMs } from "./fuzz.ts";
import { mutated } from "./mutations.ts";

const piece = hostileText().map((text) => Buffer.from(text));
const row = {
	...{ htsno: "7208.51.00", indent: "1", description: "Plate", units: ["kg"] },
	...{ general: "Free", special: "", other: "20%", superior: null },
	footnotes: [{ columns: ["general"], value: "See 9903.81.87", marker: "1" }],
};
const table = `instrument,tariff_item,title,schedule,consolidated_to,rate_percent,source_url,publisher
SOR/2025-66,7208.51.00,Steel,Schedule 1,2025-03-13,25,https://laws.example/,Justice
`;
const book = readBook();

describe("files that are brought in", { timeout: fuzzTimeoutMs }, () => {
	let home: string;
	beforeAll(async () => {
		home = await mkdtemp(join(tmpdir(), "tradewire-files-"));
	});
	afterAll(() => rm(home, { recursive: true, force: true }));

	test("a feeds file is read, or the entry named that is wrong", async () => {
		const list = [
			{ url: wire.url, title: "Wire", kind: "media", language: "en" },
		];
		const inputs = fc.oneof(
			changedBytes([Buffer.from(writeOpml([wire, wire]))], piece),
			mutated(list).map((value) => Buffer.from(JSON.stringify(value) ?? "")),
			mutated({ feeds: list }).map((value) =>
				Buffer.from(JSON.stringify(value) ?? ""),
			),
			changedBytes([Buffer.from(JSON.stringify(list))], piece),
		);
		const path = join(home, "feeds");
		await fuzz(inputs, 200, async (bytes) => {
			await writeFile(path, bytes);
			await refusedAs(FeedError, async () => {
				for (const { url } of await readFeedsFile(path))
					expect(url).toMatch(/^https?:\/\//);
			});
		});
	});

	test("a tariff schedule is read, or the row named that is wrong", async () => {
		const rows = fc.array(mutated(row), { maxLength: 6 });
		const inputs = fc.oneof(
			rows.map((all) => JSON.stringify(all)),
			changedBytes([Buffer.from(JSON.stringify([row, row]))], piece).map(
				String,
			),
			fc.json(),
		);
		await fuzz(inputs, 300, async (text) => {
			const reader = new HtsReader();
			await refusedAs([JsonRowsError, HtsRowError], async () => {
				for await (const one of jsonRows(inPieces(text))) reader.read(one);
			});
		});
	});

	test("a surtax table is read, or told in words what is wrong with it", async () => {
		const inputs = changedBytes([Buffer.from(table)], piece);
		await fuzz(inputs, 300, async (bytes) => {
			await refusedAs(Error, () => {
				for (const { items } of surtaxLists(csvRows(String(bytes)), {}))
					expect(items.length).toBeGreaterThan(0);
			});
		});
	});

	test("an amendment is laid over the book, or refused with the rule that it breaks", async () => {
		const { id, proposalId, confirmedBy, confirmedAt, withdrawn, ...change } =
			sampleAmendment();
		await fuzz(mutated(change), 120, (changed) => {
			const read = amendmentSchema.safeParse(changed);
			if (!read.success) return;
			const told = { id, proposalId, confirmedBy, confirmedAt, withdrawn };
			const { refused } = amendBook(book, [{ ...told, ...read.data }]);
			for (const { why } of refused) expect(why).not.toBe("");
		});
	});
});

type ErrorKind = abstract new (...given: never[]) => Error;

/** Whatever else is thrown is a crash, and so are faults of the language. */
async function refusedAs(
	kinds: ErrorKind | readonly ErrorKind[],
	read: () => unknown,
): Promise<void> {
	try {
		await read();
	} catch (error) {
		const isKnown = [kinds].flat().some((kind) => error instanceof kind);
		const isFault = error instanceof TypeError || error instanceof RangeError;
		if (!isKnown || isFault) throw error;
	}
}

async function* inPieces(text: string) {
	const middle = Math.floor(text.length / 2);
	yield text.slice(0, middle);
	yield text.slice(middle);
}
