import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import type { Config } from "../config.ts";
import type { StoreError } from "../store/store-error.ts";
import {
	type Revision,
	revisionSchema,
	type ScheduleMemory,
	type TariffLine,
	tariffLineSchema,
} from "../tariffs/tariff-line.ts";

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
				await writeFile(file, written(revision, lines), { mode: 0o600 });
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
	const file = fileOf(config, name);
	const isThere =
		z.uuid().safeParse(name).success &&
		(await access(file).then(
			() => true,
			() => false,
		));
	if (!isThere) return false;
	const texts = createInterface({ input: createReadStream(file) })[
		Symbol.asyncIterator
	]();
	const first = await texts.next();
	const revision = revisionSchema.parse(JSON.parse(first.value ?? ""));
	await schedules.keepRevision(revision, linesIn(texts));
	return true;
}

/** The revision, then its lines, each as a line of JSON: so that none holds the whole. */
async function* written(
	revision: Revision,
	lines: Iterable<TariffLine> | AsyncIterable<TariffLine>,
): AsyncGenerator<string> {
	yield `${JSON.stringify(revision)}\n`;
	for await (const line of lines) yield `${JSON.stringify(line)}\n`;
}

async function* linesIn(
	texts: AsyncIterableIterator<string>,
): AsyncGenerator<TariffLine> {
	for await (const text of texts)
		yield tariffLineSchema.parse(JSON.parse(text));
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
	return join(folderOf(config), `${name}.jsonl`);
}
