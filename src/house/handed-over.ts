import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Config } from "../config.ts";
import type { StoreError } from "../store/store-error.ts";
import { surtaxListSchema } from "../tariffs/surtax-list.ts";
import {
	revisionSchema,
	type ScheduleMemory,
	type TariffLine,
	tariffLineSchema,
} from "../tariffs/tariff-line.ts";
import { linesOf } from "../text/lines-of.ts";

/** What keeps imports. */
type Imports = Pick<ScheduleMemory, "keepRevision" | "keepLists">;

/** The first line of what is handed over: what the others are. */
const headSchema = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("revision"), revision: revisionSchema }),
	z.strictObject({ kind: z.literal("surtax") }),
]);
type Head = z.infer<typeof headSchema>;

/** The Tradewire that holds the data directory, and what kept us from opening it. */
interface Running {
	readonly address: string;
	/** What lets us in there. */
	readonly headers: Record<string, string>;
	readonly inUse: StoreError;
}

/**
 * Memory that a running Tradewire keeps: what it is to keep is laid into the
 * data directory, where only we may write, and it is told the name. So nobody
 * can bring in rates who could not change the data directory itself.
 */
export function handOver(config: Config, running: Running): Imports {
	return {
		keepRevision: (revision, lines) =>
			hand({ kind: "revision", revision }, lines),
		keepLists: (lists) => hand({ kind: "surtax" }, lists),
	};

	async function hand(head: Head, parts: Parts): Promise<void> {
		const name = randomUUID();
		const file = fileOf(config, name);
		await mkdir(folderOf(config), { recursive: true });
		try {
			await writeFile(file, written(head, parts), { mode: 0o600 });
			await ring(running, name);
		} finally {
			await rm(file, { force: true });
		}
	}
}

type Parts = Iterable<object> | AsyncIterable<object>;

/** Keeps what was laid into the data directory under that name. False: there is no such thing. */
export async function takeHanded(
	config: Config,
	name: string,
	imports: Imports,
): Promise<boolean> {
	const file = fileOf(config, name);
	const isThere =
		z.uuid().safeParse(name).success &&
		(await access(file).then(
			() => true,
			() => false,
		));
	if (!isThere) return false;
	const texts = linesOf(createReadStream(file));
	const first = await texts.next();
	const head = headSchema.parse(JSON.parse(first.value ?? ""));
	if (head.kind === "revision") {
		await imports.keepRevision(head.revision, linesIn(texts));
		return true;
	}
	const lists = await Array.fromAsync(texts, (text) =>
		surtaxListSchema.parse(JSON.parse(text)),
	);
	await imports.keepLists(lists);
	return true;
}

/** The head, then the parts, each as a line of JSON: so that none holds the whole. */
async function* written(head: Head, parts: Parts): AsyncGenerator<string> {
	yield `${JSON.stringify(head)}\n`;
	for await (const part of parts) yield `${JSON.stringify(part)}\n`;
}

async function* linesIn(
	texts: AsyncGenerator<string>,
): AsyncGenerator<TariffLine> {
	for await (const text of texts)
		yield tariffLineSchema.parse(JSON.parse(text));
}

async function ring(
	{ address, headers, inUse }: Running,
	name: string,
): Promise<void> {
	const response = await fetch(`${address}/api/imports/${name}`, {
		method: "POST",
		headers,
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
