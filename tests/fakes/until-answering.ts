import type { ChildProcess } from "node:child_process";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

const longestStartMs = 20_000;
const betweenTriesMs = 20;

/** Waits until the server takes connections on its loopback port; throws when it ends before that. */
export async function untilAnswering(
	server: ChildProcess,
	port: number,
): Promise<void> {
	const giveUpAt = Date.now() + longestStartMs;
	while (!(await answers(port))) {
		if (server.exitCode !== null)
			throw new Error(`${server.spawnfile} ended with ${server.exitCode}`);
		if (Date.now() > giveUpAt)
			throw new Error(`${server.spawnfile} did not answer on port ${port}`);
		await wait(betweenTriesMs);
	}
}

function answers(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect(port, "127.0.0.1");
		socket.once("connect", () => {
			socket.destroy();
			resolve(true);
		});
		socket.once("error", () => resolve(false));
	});
}
