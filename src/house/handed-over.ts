import { randomUUID } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Config } from "../config.ts";
import type { StoreError } from "../store/store-error.ts";
import {
	revisionSchema,
	type ScheduleMemory,
	tariffLineSchema,
} from "../tariffs/tariff-line.ts";

/** What a terminal command read and a running Tradewire is to keep. */
const handedSchema = z.strictObject({
	revision: revisionSchema,
	lines: z.array(tariffLineSchema),
});

/** The Tradewire that holds the data directory, and what kept us from opening it. */
interface Running {
	readonly address: string;
	readonly inUse: StoreError;
}

/**
 * Memory that a running Tradewire keeps: what it is to keep is laid into the
 * data directory, where only we may write, and it is told the name. So nobody
 * can bring in rates who could not change the data directory itself.
 */
export function handOver(
	config: Config,
	running: Running,
): Pick<ScheduleMemory, "keepRevision"> {
	return {
		async keepRevision(revision, lines) {
			const name = randomUUID();
			const file = fileOf(config, name);
			await mkdir(folderOf(config), { recursive: true });
			try {
				await writeFile(file, JSON.stringify({ revision, lines }), {
					mode: 0o600,
				});
				await ring(running, name);
			} finally {
				await rm(file, { force: true });
			}
		},
	};
}

/** Keeps what was laid into the data directory under that name. False: there is no such thing. */
export async function takeHanded(
	config: Config,
	name: string,
	schedules: Pick<ScheduleMemory, "keepRevision">,
): Promise<boolean> {
	if (!z.uuid().safeParse(name).success) return false;
	const text = await readFile(fileOf(config, name), "utf8").catch(() => null);
	if (text === null) return false;
	const { revision, lines } = handedSchema.parse(JSON.parse(text));
	await schedules.keepRevision(revision, lines);
	return true;
}

async function ring({ address, inUse }: Running, name: string): Promise<void> {
	const response = await fetch(`${address}/api/imports/${name}`, {
		method: "POST",
	}).catch(() => null);
	if (response?.ok) return;
	if (response === null || response.status === 404) throw inUse;
	throw new Error(
		`the running Tradewire at ${address} could not keep it (${response.status}); its log says why`,
	);
}

function folderOf({ TRADEWIRE_HOME: home }: Config): string {
	return join(home, "imports");
}

function fileOf(config: Config, name: string): string {
	return join(folderOf(config), `${name}.json`);
}
