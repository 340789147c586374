import { once } from "node:events";
import { join } from "node:path";
import { spawnTradewire, ticks } from "../fakes/tradewire-process.ts";

type Role = "all" | "gateway" | "worker";

/** A process of the program that a run keeps alive. */
export interface Member {
	/** Its role, numbered: `worker 2`. */
	readonly name: string;
	readonly role: Role;
}

/** The program's processes, each begun anew when it has ended, as a supervisor does. */
export interface Crew {
	readonly members: readonly Member[];
	/** Where the web chat is; null while nobody serves it. */
	address(): string | null;
	/** Waits until every process serves and says that it is ready. */
	ready(): Promise<void>;
	/** Ends one as a crash would; a dead one stays dead. */
	kill(member: Member): void;
	/** Asks one to stop. */
	stop(member: Member): void;
	/** What went otherwise than a supervisor may expect: stops that took too long or failed. */
	readonly complaints: readonly string[];
	/** All that the processes printed, each line behind its process's name. */
	output(): string;
	close(): Promise<void>;
}

export interface CrewPlan {
	readonly members: readonly Member[];
	envOf(member: Member): Readonly<Record<string, string>>;
	/** Where the program's sources are; null for this repository's own. */
	readonly sources: string | null;
}

const restAfterEndMs = 100;
const longestStopMs = 10_000;
const longestStartMs = 180_000;

/** The clock of every process can be set. */
const nodeWords = [
	"--disable-warning=ExperimentalWarning",
	...["--import", join(import.meta.dirname, "shift-clock.ts")],
];

/** One process for each of these roles. */
export function membersOf(roles: readonly Role[]): readonly Member[] {
	return roles.map((role, at) => ({ role, name: `${role} ${at + 1}` }));
}

/** Starts the processes. */
export function startCrew(plan: CrewPlan): Crew {
	const { members } = plan;
	const complaints: string[] = [];
	const lives = new Map(
		members.map((member) => [
			member.name,
			keepAlive(member, plan, (text) =>
				complaints.push(`${member.name} ${text}`),
			),
		]),
	);
	const all = [...lives.values()];
	const serving = members.find(({ role }) => role !== "worker");
	const life = ({ name }: Member) => {
		const found = lives.get(name);
		if (!found) throw new Error(`${name} is not of this crew`);
		return found;
	};
	const output = () => all.map((one) => one.output()).join("\n");
	return {
		members,
		complaints,
		output,
		address: () => (serving ? life(serving).address() : null),
		async ready() {
			for await (const _ of ticks(longestStartMs)) {
				const ready = await Promise.all(all.map((one) => one.isReady()));
				if (ready.every(Boolean)) return;
			}
			throw new Error(`the program does not get ready:\n${output()}`);
		},
		kill: (member) => life(member).kill(),
		stop: (member) => life(member).stop(),
		async close() {
			await Promise.all(all.map((one) => one.close()));
		},
	};
}

/** One process after another in one place. */
function keepAlive(
	{ name, role }: Member,
	{ envOf, sources }: CrewPlan,
	complain: (text: string) => void,
) {
	const outputs: (() => string)[] = [];
	let isOver = false;
	let running: ReturnType<typeof spawnTradewire>;
	let stopBegun = 0;

	function start(): void {
		stopBegun = 0;
		running = spawnTradewire({
			words: ["--role", role],
			env: envOf({ name, role }),
			nodeWords,
			...(sources !== null && { sources }),
		});
		outputs.push(running.output);
		running.process.once("exit", ended);
	}

	function ended(code: number | null, signal: string | null): void {
		const tookMs = Date.now() - stopBegun;
		if (stopBegun && signal === null && code !== 0)
			complain(`exited with ${code}, ${tookMs} ms after it was asked to stop`);
		if (!isOver) setTimeout(() => !isOver && start(), restAfterEndMs);
	}

	const address = () => {
		const { exitCode, signalCode } = running.process;
		const isAlive = exitCode === null && signalCode === null;
		const found = running.output().match(/ready: (http:\/\/127\.0\.0\.1:\d+)/);
		return isAlive ? (found?.[1] ?? null) : null;
	};
	start();
	return {
		address,
		output: () =>
			outputs
				.flatMap((output, life) =>
					output()
						.split("\n")
						.map((line) => `${name}, life ${life + 1}: ${line}`),
				)
				.join("\n"),
		async isReady() {
			const at = address();
			if (at === null) return false;
			const answer = await fetch(`${at}/readyz`).catch(() => null);
			return answer?.ok === true;
		},
		kill: () => void running.process.kill("SIGKILL"),
		stop() {
			const { process } = running;
			if (stopBegun || address() === null) return;
			stopBegun = Date.now();
			process.kill("SIGTERM");
			setTimeout(() => {
				if (process.exitCode !== null || process.signalCode !== null) return;
				complain(`does not stop within ${longestStopMs} ms`);
				process.kill("SIGKILL");
			}, longestStopMs).unref();
		},
		async close() {
			isOver = true;
			const { process } = running;
			process.kill("SIGKILL");
			if (process.exitCode === null && process.signalCode === null)
				await once(process, "exit");
		},
	};
}
