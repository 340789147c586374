import { open } from "node:fs/promises";

/** Has the names in a directory on the disk: a file's own sync does not do that. */
export async function syncDirectory(path: string): Promise<void> {
	// Windows opens no directories.
	if (process.platform === "win32") return;
	const handle = await open(path);
	await handle.sync().finally(() => handle.close());
}
