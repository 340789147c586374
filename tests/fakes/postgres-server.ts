import { execFile, spawn } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { freePort } from "./free-port.ts";
import { untilAnswering } from "./until-answering.ts";

const run = promisify(execFile);
const longestStartMs = 20_000;
const betweenTriesMs = 20;

/** Where this machine keeps Postgres's programs; null when it has none. */
const postgresPrograms: string | null =
	globSync("/usr/lib/postgresql/*/bin").find(
		(directory) =>
			existsSync(join(directory, "initdb")) &&
			existsSync(join(directory, "postgres")),
	) ?? null;

/** Why tests on a real Postgres cannot run here; null when they can. */
export const postgresMissing: string | null =
	postgresPrograms === null
		? "initdb and postgres are not under /usr/lib/postgresql/*/bin (Debian: apt install postgresql)"
		: null;

export interface PostgresServer {
	/** Address of a database of its own, on loopback. */
	readonly url: string;
	/** Its files: when it has shut down, a start may be made from a copy. */
	readonly files: string;
	/** Stops the server as a crash would, keeping its files. */
	kill(): Promise<void>;
	/** Shuts it down in order, ending every session, and keeps its files. */
	shutDown(): Promise<void>;
	/** Starts it again on the same port and files. */
	start(): Promise<void>;
	/** Ends it and removes its files. */
	stop(): Promise<void>;
}

/** Starts a throw-away Postgres on a free loopback port: empty, or with a copy of these files. */
export async function startPostgres(
	copied: string | null = null,
): Promise<PostgresServer> {
	if (postgresPrograms === null) throw new Error(postgresMissing ?? "");
	const directory = await mkdtemp(join(tmpdir(), "postgres-"));
	await chmod(directory, 0o777);
	const files = join(directory, "data");
	const port = await freePort();
	if (copied === null) await makeFiles(postgresPrograms, files);
	else await run("cp", ["-a", copied, files]);
	const program = join(postgresPrograms, "postgres");
	const open = () => openServer([program, "-D", files], port);
	let server = await open();
	return {
		url: `postgres://tradewire@127.0.0.1:${port}/postgres`,
		files,
		kill: () => end(server, "SIGQUIT"),
		shutDown: () => end(server, "SIGINT"),
		async start() {
			server = await open();
		},
		async stop() {
			await end(server, "SIGQUIT");
			await rm(directory, { recursive: true, force: true });
		},
	};
}

async function makeFiles(programs: string, files: string): Promise<void> {
	await asServerUser([
		join(programs, "initdb"),
		...["-D", files, "-U", "tradewire", "-A", "trust"],
		...["-E", "UTF8", "--locale=C", "--no-sync", "--wal-segsize=1"],
	]);
}

type Server = ReturnType<typeof spawn>;

async function openServer(
	command: readonly string[],
	port: number,
): Promise<Server> {
	const [program = "", ...rest] = forServerUser([
		...command,
		...["-p", String(port), "-h", "127.0.0.1", "-k", ""],
		...["-c", "fsync=off", "-c", "max_connections=50"],
	]);
	const server = spawn(program, rest, { stdio: "ignore" });
	const endWithUs = () => server.kill("SIGQUIT");
	process.once("exit", endWithUs);
	server.once("exit", () => process.off("exit", endWithUs));
	await untilAnswering(server, port);
	await untilReady(port);
	return server;
}

/** It takes connections a moment before it takes queries, longer after a crash. */
async function untilReady(port: number): Promise<void> {
	const giveUpAt = Date.now() + longestStartMs;
	for (;;) {
		const client = new pg.Client({
			host: "127.0.0.1",
			port,
			user: "tradewire",
			database: "postgres",
		});
		try {
			await client.connect();
			return;
		} catch (error) {
			if (Date.now() > giveUpAt) throw error;
			await wait(betweenTriesMs);
		} finally {
			await client.end();
		}
	}
}

/** Postgres refuses to run as root: then its own user runs it. */
function forServerUser(command: readonly string[]): readonly string[] {
	if (process.getuid?.() !== 0) return command;
	return [
		"setpriv",
		"--reuid=postgres",
		"--regid=postgres",
		"--clear-groups",
	].concat(command);
}

async function asServerUser(command: readonly string[]): Promise<void> {
	const [program = "", ...rest] = forServerUser(command);
	await run(program, rest, { cwd: tmpdir() });
}

async function end(server: Server, signal: NodeJS.Signals): Promise<void> {
	if (server.exitCode !== null || server.signalCode !== null) return;
	const ended = new Promise((resolve) => server.once("exit", resolve));
	server.kill(signal);
	await ended;
}
