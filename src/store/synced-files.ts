import { closeSync, fsyncSync, openSync } from "node:fs";
import { NodeFS } from "@electric-sql/pglite/nodefs";

type Init = NodeFS["init"];

/**
 * PGlite's files, with a `fsync` that reaches the disk. Emscripten's file
 * system over Node has none and says "done" for it; whoever adds one is asked.
 * Postgres then does the rest, as on a server: it syncs its log before it
 * acknowledges a commit, and its tables at checkpoints.
 */
export class SyncedFiles extends NodeFS {
	override async init(...given: Parameters<Init>): ReturnType<Init> {
		const made = await super.init(...given);
		made.emscriptenOpts.preRun?.push(({ FS }) => {
			const { NODEFS } = FS.filesystems;
			NODEFS.stream_ops.fsync = ({ node, nfd }: OpenStream) => {
				NODEFS.tryFSOperation(() => {
					if (nfd === undefined) syncDirectory(NODEFS.realPath(node));
					else fsyncSync(nfd);
				});
				return 0;
			};
		});
		return made;
	}
}

/** As Emscripten has it; a directory's has no descriptor of Node's. */
interface OpenStream {
	readonly node: unknown;
	readonly nfd?: number;
}

function syncDirectory(path: string): void {
	// Windows opens no directories.
	if (process.platform === "win32") return;
	const descriptor = openSync(path, "r");
	try {
		fsyncSync(descriptor);
	} finally {
		closeSync(descriptor);
	}
}
