import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join, relative } from "node:path";

/** Bytes of a file that were written and not synced yet. */
interface Range {
	readonly from: number;
	readonly to: number;
}

export interface LossyDisk {
	/**
	 * Lays what a power cut would leave at this moment into another directory:
	 * all that was synced, and of the rest each write as `survives` says.
	 */
	cutInto(directory: string, survives: () => boolean): void;
	/** Called before each write, with how many there were. */
	onWrite: (count: number) => void;
	/** Node's own file system again. */
	remove(): void;
}

/**
 * Watches what this process writes below `live` through Node's synchronous
 * calls, as PGlite does, and keeps a shadow that has only what was synced.
 * Names and sizes are on the disk at once; bytes when their file is synced.
 */
export function lossyDisk(live: string, shadow: string): LossyDisk {
	fs.cpSync(live, shadow, { recursive: true });
	const real = { ...fs };
	const paths = new Map<number, string>();
	const unsynced = new Map<string, Range[]>();
	let writes = 0;
	const twin = (path: string, root = shadow) =>
		join(root, relative(live, path));
	const isLive = (path: unknown): path is string =>
		typeof path === "string" && !relative(live, path).startsWith("..");
	const bothWays = <Name extends "unlinkSync" | "rmdirSync" | "truncateSync">(
		name: Name,
	) => {
		const call = real[name] as (path: string, more?: never) => void;
		return (path: string, more?: never) => {
			call(path, more);
			if (!isLive(path)) return;
			call(twin(path), more);
			unsynced.delete(path);
		};
	};
	const disk: LossyDisk = {
		onWrite: () => {},
		cutInto(directory, survives) {
			real.cpSync(shadow, directory, { recursive: true });
			for (const [path, ranges] of unsynced)
				for (const range of ranges.filter(survives))
					copy(path, twin(path, directory), range);
		},
		remove() {
			for (const name of Object.keys(watched))
				Reflect.set(fs, name, Reflect.get(real, name));
			syncBuiltinESMExports();
		},
	};
	const copy = (from: string, to: string, range: Range) => {
		const bytes = Buffer.alloc(range.to - range.from);
		const source = real.openSync(from, "r");
		const length = real.readSync(source, bytes, 0, bytes.length, range.from);
		real.closeSync(source);
		const target = real.openSync(to, "r+");
		real.writeSync(target, bytes, 0, length, range.from);
		real.closeSync(target);
	};
	const watched = {
		unlinkSync: bothWays("unlinkSync"),
		rmdirSync: bothWays("rmdirSync"),
		truncateSync: bothWays("truncateSync"),
		openSync(path: string, flags: string, mode?: number) {
			const fd = real.openSync(path, flags, mode);
			if (!isLive(path)) return fd;
			paths.set(fd, path);
			if (!real.existsSync(twin(path))) real.writeFileSync(twin(path), "");
			return fd;
		},
		closeSync(fd: number) {
			paths.delete(fd);
			real.closeSync(fd);
		},
		mkdirSync(path: string, mode?: number) {
			if (isLive(path)) real.mkdirSync(twin(path), mode);
			return real.mkdirSync(path, mode);
		},
		writeFileSync(path: string, data: string, options?: object) {
			real.writeFileSync(path, data, options);
			if (isLive(path)) real.writeFileSync(twin(path), data, options);
		},
		renameSync(from: string, to: string) {
			real.renameSync(from, to);
			if (!isLive(from)) return;
			real.renameSync(twin(from), twin(to));
			const moved = unsynced.get(from);
			unsynced.delete(from);
			unsynced.delete(to);
			if (moved) unsynced.set(to, moved);
			for (const [fd, path] of paths) if (path === from) paths.set(fd, to);
		},
		writeSync(
			fd: number,
			bytes: Uint8Array,
			...where: [number, number, number]
		) {
			const path = paths.get(fd);
			if (path !== undefined) disk.onWrite(++writes);
			const written = real.writeSync(fd, bytes, ...where);
			const from = where[2];
			if (path !== undefined) {
				const ranges = unsynced.get(path) ?? [];
				unsynced.set(path, [...ranges, { from, to: from + written }]);
			}
			return written;
		},
		fsyncSync(fd: number) {
			real.fsyncSync(fd);
			const path = paths.get(fd);
			if (path === undefined) return;
			for (const range of unsynced.get(path) ?? [])
				copy(path, twin(path), range);
			unsynced.delete(path);
		},
	};
	Object.assign(fs, watched);
	syncBuiltinESMExports();
	return disk;
}
