import { open, readdir } from "node:fs/promises";
import { join } from "node:path";

/** Together they cost a twentieth of what they do one by one: the disk writes them in one go. */
const atOnce = 4;

/** Has a directory with all that is in it on the disk. */
export async function syncTree(path: string): Promise<void> {
	const entries = await readdir(path, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile());
	const paths = files.map(({ parentPath, name }) => join(parentPath, name));
	const next = paths.values();
	const syncSome = async () => {
		for (const file of next) await sync(file);
	};
	await Promise.all(Array.from({ length: atOnce }, syncSome));
	for (const entry of entries)
		if (entry.isDirectory())
			await syncDirectory(join(entry.parentPath, entry.name));
	await syncDirectory(path);
}

/** Has the names in a directory on the disk: a file's own sync does not do that. */
export async function syncDirectory(path: string): Promise<void> {
	// Windows opens no directories.
	if (process.platform === "win32") return;
	await sync(path);
}

async function sync(path: string): Promise<void> {
	// Windows syncs only what may be written.
	const handle = await open(path, process.platform === "win32" ? "r+" : "r");
	await handle.sync().finally(() => handle.close());
}
