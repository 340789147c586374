import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.ts";
import { untilAnswering } from "./until-answering.ts";

const program = "redis-server";

/** Why tests on a real Redis cannot run here; null when they can. */
export const redisMissing: string | null = isInstalled()
	? null
	: "redis-server is not on the PATH (Debian: apt install redis-server)";

export interface RedisServer {
	readonly url: string;
	/** Stops the server as a crash would, keeping its append-only file. */
	kill(): Promise<void>;
	/** Starts it again on the same port and files. */
	start(): Promise<void>;
	/** Ends it and removes its files. */
	stop(): Promise<void>;
}

/** Starts a throw-away Redis on a free loopback port, append-only and without eviction. */
export async function startRedis(): Promise<RedisServer> {
	const directory = await mkdtemp(join(tmpdir(), "redis-"));
	const port = await freePort();
	let server = await openServer(directory, port);
	return {
		url: `redis://127.0.0.1:${port}`,
		kill: () => end(server),
		async start() {
			server = await openServer(directory, port);
		},
		async stop() {
			await end(server);
			await rm(directory, { recursive: true, force: true });
		},
	};
}

async function openServer(
	directory: string,
	port: number,
): Promise<ChildProcess> {
	const server = spawn(
		program,
		[
			...["--bind", "127.0.0.1", "--port", String(port), "--dir", directory],
			...["--appendonly", "yes", "--appendfsync", "always", "--save", ""],
			...["--maxmemory-policy", "noeviction"],
		],
		{ stdio: "ignore" },
	);
	const endWithUs = () => server.kill("SIGKILL");
	process.once("exit", endWithUs);
	server.once("exit", () => process.off("exit", endWithUs));
	await untilAnswering(server, port);
	return server;
}

async function end(server: ChildProcess): Promise<void> {
	if (server.exitCode !== null || server.signalCode !== null) return;
	const ended = new Promise((resolve) => server.once("exit", resolve));
	server.kill("SIGKILL");
	await ended;
}

function isInstalled(): boolean {
	try {
		execFileSync(program, ["--version"], { stdio: "ignore" });
		return true;
	} catch {
		return false;
	}
}
