import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeLog } from "../../src/log.ts";
import { openStore } from "../../src/store/open-store.ts";
import {
	makeSmallDisk,
	type SmallDisk,
	smallDiskMissing,
} from "../faults/small-disk.ts";

if (smallDiskMissing) console.warn(`skipped: ${smallDiskMissing}`);

let home: string;
let disk: SmallDisk | undefined;
beforeEach(async () => {
	home = await mkdtemp(join(tmpdir(), "full-"));
});
afterEach(async () => {
	await disk?.remove();
	await rm(home, { recursive: true, force: true });
});

test.skipIf(smallDiskMissing)(
	"a full disk is said, loses nothing that was kept, and is forgotten once there is room",
	async () => {
		disk = await makeSmallDisk(home);
		const log = makeLog("error", () => {});
		const open = () => openStore({ databaseUrl: null, home, log });
		const first = await open();
		const kept: string[] = [];
		const keep = async () => {
			const id = `topic-${String(kept.length).padStart(4, "0")}`;
			const query = randomBytes(30_000).toString("base64");
			const names = { en: id, fr: id, es: id };
			await first.topics.keepTopic({ id, names, query, owner: null });
			kept.push(id);
		};
		await keep();
		await disk.fill();
		const untilFull = async () => {
			for (let at = 0; at < 2_000; at++) await keep();
		};
		await expect(untilFull()).rejects.toThrow("No space left on device");
		await expect(untilFull()).rejects.toThrow("No space left on device");
		await disk.free();
		await keep();
		await first.close();
		const second = await open();
		const found = await second.topics.topics();
		expect(found.map(({ id }) => id)).toEqual(kept);
		await second.close();
	},
	60_000,
);
