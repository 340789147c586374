import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { BombServer } from "./bomb-server.ts";

/** Runs `poll-bombs.ts` over these bombs; gives each line that it prints, read as JSON. */
export async function* pollBombs(
	{ bombs, ordinary }: BombServer,
	together: boolean,
): AsyncGenerator<unknown> {
	const file = new URL("poll-bombs.ts", import.meta.url).pathname;
	const child = spawn(
		process.execPath,
		[file, JSON.stringify({ together, ordinary, bombs })],
		{ stdio: ["ignore", "pipe", "inherit"] },
	);
	try {
		for await (const line of createInterface({ input: child.stdout }))
			yield JSON.parse(line);
	} finally {
		child.kill("SIGKILL");
	}
}
