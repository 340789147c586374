import { once } from "node:events";
import {
	spawnTradewire,
	type TradewireStart,
} from "../fakes/tradewire-process.ts";

/** One process after another in one place. */
export interface KeptAlive {
	/** Where the one that runs serves; null before it does. */
	address(): string | null;
	isReady(): Promise<boolean>;
	kill(): void;
	stop(): void;
	/** What each printed, the first one first. */
	outputs(): readonly string[];
	close(): Promise<void>;
}

const restAfterEndMs = 100;
const longestStopMs = 10_000;

/** Starts a process, and another whenever it has ended; complains of stops that fail or take too long. */
export function keepAlive(
	begin: TradewireStart,
	complain: (text: string) => void,
): KeptAlive {
	const outputs: (() => string)[] = [];
	let isOver = false;
	let running: ReturnType<typeof spawnTradewire>;
	let stopBegun = 0;

	function start(): void {
		stopBegun = 0;
		running = spawnTradewire(begin);
		outputs.push(running.output);
		running.process.once("exit", ended);
	}

	function ended(code: number | null, signal: string | null): void {
		const tookMs = Date.now() - stopBegun;
		if (stopBegun && signal === null && code !== 0)
			complain(`exited with ${code}, ${tookMs} ms after it was asked to stop`);
		if (!isOver) setTimeout(() => !isOver && start(), restAfterEndMs);
	}

	function stop(): void {
		const { process } = running;
		if (stopBegun || address() === null) return;
		stopBegun = Date.now();
		process.kill("SIGTERM");
		setTimeout(() => {
			if (hasEnded(process)) return;
			complain(`does not stop within ${longestStopMs} ms`);
			process.kill("SIGKILL");
		}, longestStopMs).unref();
	}

	function address(): string | null {
		const found = running.output().match(/ready: (http:\/\/127\.0\.0\.1:\d+)/);
		return hasEnded(running.process) ? null : (found?.[1] ?? null);
	}

	start();
	return {
		address,
		stop,
		outputs: () => outputs.map((output) => output()),
		async isReady() {
			const at = address();
			if (at === null) return false;
			const answer = await fetch(`${at}/readyz`).catch(() => null);
			return answer?.ok === true;
		},
		kill: () => void running.process.kill("SIGKILL"),
		async close() {
			isOver = true;
			const { process } = running;
			process.kill("SIGKILL");
			if (!hasEnded(process)) await once(process, "exit");
		},
	};
}

function hasEnded({
	exitCode,
	signalCode,
}: {
	readonly exitCode: number | null;
	readonly signalCode: string | null;
}): boolean {
	return exitCode !== null || signalCode !== null;
}
