import { randomUUID } from "node:crypto";
import { access, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Config } from "../config.ts";
import { lockDataDirectory } from "../store/data-directory-lock.ts";
import type { Store } from "../store/open-store.ts";
import type { StoreError } from "../store/store-error.ts";
import { passHeaders, runningAddress } from "./running-address.ts";

/**
 * Has the Tradewire that holds the data directory copy its store, and gives
 * where the copy lies. It is asked by a folder laid into the data directory,
 * where only we may write. Throws `inUse` when it is not reached.
 */
export async function askForCopy(
	config: Config,
	inUse: StoreError,
): Promise<string> {
	const name = randomUUID();
	const folder = folderOf(config, name);
	await mkdir(folder, { recursive: true, mode: 0o700 });
	try {
		const address = await runningAddress(config);
		const answer = await fetch(`${address}/api/copies/${name}`, {
			method: "POST",
			headers: await passHeaders(config),
		}).catch(() => null);
		if (answer?.ok) return folder;
		if (answer === null || answer.status === 404) throw inUse;
		throw new Error(
			`the running Tradewire at ${address} could not copy its store (${answer.status}); its log says why`,
		);
	} catch (error) {
		await rm(folder, { recursive: true, force: true });
		throw error;
	}
}

/** Copies the store into the folder of that name. False: there is no such folder. */
export async function copyAsAsked(
	config: Config,
	name: string,
	copyInto: NonNullable<Store["copyInto"]>,
): Promise<boolean> {
	if (!z.uuid().safeParse(name).success) return false;
	const folder = folderOf(config, name);
	const isThere = await access(folder).then(
		() => true,
		() => false,
	);
	if (isThere) await copyInto(folder);
	return isThere;
}

/** Throws away copies whose makers died. */
export async function dropCopies(config: Config): Promise<void> {
	const names = await readdir(folderOf(config, "")).catch(() => []);
	for (const name of names) {
		const folder = folderOf(config, name);
		const unlock = await lockDataDirectory(folder).catch(() => null);
		if (unlock) await rm(folder, { recursive: true, force: true });
	}
}

function folderOf({ TRADEWIRE_HOME: home }: Config, name: string): string {
	return join(home, "copies", name);
}
