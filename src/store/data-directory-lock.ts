import { existsSync, readFileSync } from "node:fs";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { StoreError } from "./store-error.ts";

/** Who holds a data directory. The start time tells a process from a later one with its number. */
interface Holder {
	readonly pid: number;
	/** As the kernel counts it; null where it cannot be asked. */
	readonly startedAt: string | null;
}

/**
 * Makes the data directory this process's alone, by a file `lock` in it.
 * Gives the function that frees it. A lock whose process is gone is taken
 * over; one whose process lives, or a directory that cannot be written,
 * throws StoreError.
 */
export async function lockDataDirectory(
	home: string,
): Promise<() => Promise<void>> {
	const directory = resolve(home);
	const lock = join(directory, "lock");
	const mine = `${lock}.${process.pid}`;
	const text = JSON.stringify(holder(process.pid));
	try {
		await makeDirectory(directory);
		await writeFile(mine, text);
		await take(home, lock, mine);
		if ((await readIfThere(lock)) !== text) throw inUse(home, null);
	} catch (error) {
		throw error instanceof StoreError ? error : notWritable(home, error);
	} finally {
		await rm(mine, { force: true }).catch(() => {});
	}
	return () => rm(lock, { force: true });
}

/**
 * Makes the directory and those above it. Node's own recursive mkdir never
 * ends where a directory that is there refuses with ENOENT, as /proc does.
 */
async function makeDirectory(path: string): Promise<void> {
	try {
		await mkdir(path);
	} catch (error) {
		if (isCode(error, "EEXIST")) return;
		if (!isCode(error, "ENOENT") || existsSync(dirname(path))) throw error;
		await makeDirectory(dirname(path));
		await mkdir(path);
	}
}

/** A link is made whole or not at all, and by one process only. */
async function take(home: string, lock: string, mine: string): Promise<void> {
	if (await linked(mine, lock)) return;
	const held = await readIfThere(lock);
	const by = held === null ? null : readHolder(held);
	if (by && isAlive(by)) throw inUse(home, by.pid);
	await moveAside(lock, held);
	if (!(await linked(mine, lock))) throw inUse(home, null);
}

/** Removes the dead lock that was read, and puts back a living one that came in between. */
async function moveAside(lock: string, dead: string | null): Promise<void> {
	const aside = `${lock}.${process.pid}.dead`;
	await rename(lock, aside).catch(unlessMissing);
	const moved = await readIfThere(aside);
	if (moved !== null && moved !== dead) await linked(aside, lock);
	await rm(aside, { force: true });
}

async function linked(from: string, to: string): Promise<boolean> {
	try {
		await link(from, to);
		return true;
	} catch (error) {
		if (isCode(error, "EEXIST")) return false;
		throw error;
	}
}

async function readIfThere(path: string): Promise<string | null> {
	try {
		return await readFile(path, "utf8");
	} catch (error) {
		unlessMissing(error);
		return null;
	}
}

/** Null for what no Tradewire wrote, such as a file cut short by a full disk. */
function readHolder(text: string): Holder | null {
	const found = /^\{"pid":(\d+),"startedAt":(?:"(\d+)"|null)\}$/.exec(text);
	return found ? { pid: Number(found[1]), startedAt: found[2] ?? null } : null;
}

function isAlive({ pid, startedAt }: Holder): boolean {
	try {
		process.kill(pid, 0);
	} catch (error) {
		// Anything but "no such process" means that it lives and is someone else's.
		return !isCode(error, "ESRCH");
	}
	const now = holder(pid).startedAt;
	return startedAt === null || now === null || startedAt === now;
}

function holder(pid: number): Holder {
	return { pid, startedAt: startTime(pid) };
}

/** Field 22 of Linux's /proc/PID/stat, in clock ticks since boot; the name before it may hold spaces. */
function startTime(pid: number): string | null {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
		return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
	} catch {
		return null;
	}
}

function inUse(home: string, pid: number | null): StoreError {
	const who = pid === null ? "another process" : `process ${pid}`;
	return new StoreError(
		"in-use",
		`the data directory ${home} is in use by ${who}: stop that one first, or set TRADEWIRE_HOME to another directory`,
	);
}

function notWritable(home: string, cause: unknown): StoreError {
	const why = cause instanceof Error ? cause.message : String(cause);
	return new StoreError(
		"refused",
		`the data directory ${home} cannot be written (${why}): make it writable, or set TRADEWIRE_HOME to another directory`,
		cause,
	);
}

function unlessMissing(error: unknown): void {
	if (!isCode(error, "ENOENT")) throw error;
}

function isCode(error: unknown, code: string): boolean {
	return error instanceof Error && "code" in error && error.code === code;
}
