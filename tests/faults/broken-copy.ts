import {
	cp,
	mkdtemp,
	readFile,
	rm,
	symlink,
	writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** One guarantee, taken out of the sources. */
export interface Breakage {
	readonly file: string;
	/** Stands in the file once. */
	readonly text: string;
	readonly broken: string;
}

const root = resolve(import.meta.dirname, "../..");

/** Copies the program with one guarantee broken; gives where it is, and what removes it. */
export async function brokenCopy({ file, text, broken }: Breakage) {
	const directory = await mkdtemp(join(tmpdir(), "tradewire-broken-"));
	for (const part of ["src", "adapters", "package.json"])
		await cp(join(root, part), join(directory, part), { recursive: true });
	await symlink(join(root, "node_modules"), join(directory, "node_modules"));
	const path = join(directory, file);
	const parts = (await readFile(path, "utf8")).split(text);
	if (parts.length !== 2)
		throw new Error(`${file} does not hold once: ${text}`);
	await writeFile(path, parts.join(broken));
	return {
		directory,
		remove: () => rm(directory, { recursive: true, force: true }),
	};
}
