import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

export interface RunningTradewire {
	readonly address: string;
	readonly process: ChildProcess;
	/** All that it printed and logged so far. */
	output(): string;
	/** Ends it as a crash would, and waits until it is gone. */
	kill(): Promise<void>;
	/** Asks it to stop, and gives its exit code. */
	stop(): Promise<number | null>;
}

export interface TradewireStart {
	readonly words?: readonly string[];
	readonly env: Readonly<Partial<Record<string, string>>>;
	/** Words for Node itself. */
	readonly nodeWords?: readonly string[];
	/** Where the program's sources are; this repository's own unless told. */
	readonly sources?: string;
}

/** A feeds file that sends no traffic: its one address is private, so it is refused unasked. */
export const refusedFeeds = JSON.stringify([
	{ id: "refused", url: "http://127.0.0.1:1/feed" },
]);

export function newHome(): string {
	return mkdtempSync(join(tmpdir(), "tradewire-home-"));
}

/** Starts the real program and waits until it says where it listens and answers that it is ready. */
export async function startTradewire(
	start: TradewireStart,
): Promise<RunningTradewire> {
	const { process, output } = spawnTradewire(start);
	const address = await addressOf(process, output);
	await readiness(address, output);
	return {
		address,
		process,
		output,
		kill: async () => {
			process.kill("SIGKILL");
			await gone(process);
		},
		stop: async () => {
			process.kill("SIGTERM");
			return gone(process);
		},
	};
}

/** Runs it to its end: for starts that must fail. */
export async function runTradewire(
	start: TradewireStart,
): Promise<{ code: number | null; output: string }> {
	const { process, output } = spawnTradewire(start);
	const code = await gone(process);
	return { code, output: output() };
}

export function spawnTradewire(start: TradewireStart) {
	const { words = [], env, nodeWords = [], sources = root } = start;
	const line = [...nodeWords, "src/main.ts", ...words];
	const child = spawn(process.execPath, line, {
		cwd: sources,
		env: { PATH: process.env.PATH, PORT: "0", ...env },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let said = "";
	child.stdout.on("data", (bytes) => {
		said += bytes;
	});
	child.stderr.on("data", (bytes) => {
		said += bytes;
	});
	return { process: child, output: () => said };
}

async function addressOf(
	child: ChildProcess,
	output: () => string,
): Promise<string> {
	for await (const _ of ticks(60_000)) {
		const address = output().match(/http:\/\/127\.0\.0\.1:\d+/)?.[0];
		if (address) return address;
		if (child.exitCode !== null) break;
	}
	throw new Error(`tradewire did not start:\n${output()}`);
}

async function readiness(address: string, output: () => string) {
	for await (const _ of ticks(60_000)) {
		const answer = await fetch(`${address}/readyz`).catch(() => null);
		if (answer?.ok) return;
	}
	throw new Error(`tradewire did not get ready:\n${output()}`);
}

async function gone(child: ChildProcess): Promise<number | null> {
	if (child.exitCode === null && child.signalCode === null) {
		await once(child, "exit");
	}
	return child.exitCode;
}

/** A turn every 50 ms until the time is up. */
export async function* ticks(forMs: number): AsyncGenerator<void> {
	const end = Date.now() + forMs;
	while (Date.now() < end) {
		yield;
		await new Promise((turn) => setTimeout(turn, 50));
	}
}
