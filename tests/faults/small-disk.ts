import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, rmdirSync } from "node:fs";
import { open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** A disk that a run can fill without harm to anyone else. */
export interface SmallDisk {
	/** Leaves no byte free. */
	fill(): Promise<void>;
	/** Frees what filled it. */
	free(): Promise<void>;
	remove(): Promise<void>;
}

const run = promisify(execFile);
const size = "96m";
/** No larger than what the store writes at once. */
const pieceBytes = 4_096;

/** Why there can be none here; null when there can. */
export const smallDiskMissing: string | null = canMount()
	? null
	: "a small file system (tmpfs) can be mounted by root alone, and on Linux";

/** Mounts a file system of its own, in memory, over an empty directory. */
export async function makeSmallDisk(directory: string): Promise<SmallDisk> {
	await run("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", directory]);
	const ballast = join(directory, "ballast");
	return {
		async fill() {
			const file = await open(ballast, "a");
			try {
				for (;;) await file.write(Buffer.alloc(pieceBytes));
			} catch (error) {
				if (!isFull(error)) throw error;
			} finally {
				await file.close();
			}
		},
		free: () => rm(ballast, { force: true }),
		remove: async () => void (await run("umount", ["-l", directory])),
	};
}

function isFull(error: unknown): boolean {
	return error instanceof Error && "code" in error && error.code === "ENOSPC";
}

function canMount(): boolean {
	const directory = mkdtempSync(join(tmpdir(), "mount-"));
	try {
		execFileSync("mount", ["-t", "tmpfs", "tmpfs", directory], {
			stdio: "ignore",
		});
		execFileSync("umount", [directory], { stdio: "ignore" });
		return true;
	} catch {
		return false;
	} finally {
		rmdirSync(directory);
	}
}
