import { join } from "node:path";
import { ticks } from "../fakes/tradewire-process.ts";
import { type KeptAlive, keepAlive } from "./keep-alive.ts";

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
	/** Whether every process serves. */
	isUp(): boolean;
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

/** A machine may be busy. */
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
export function startCrew({ members, envOf, sources }: CrewPlan): Crew {
	const complaints: string[] = [];
	const lives = new Map<string, KeptAlive>();
	for (const member of members) {
		const start = {
			words: ["--role", member.role],
			env: envOf(member),
			nodeWords,
			...(sources !== null && { sources }),
		};
		const complain = (text: string) =>
			complaints.push(`${member.name} ${text}`);
		lives.set(member.name, keepAlive(start, complain));
	}
	const all = [...lives.values()];
	const serving = members.find(({ role }) => role !== "worker");
	const output = () => [...lives].flatMap(linesOf).join("\n");
	return {
		members,
		complaints,
		output,
		address: () => (serving && lives.get(serving.name)?.address()) ?? null,
		isUp: () => all.every((one) => one.address() !== null),
		async ready() {
			for await (const _ of ticks(longestStartMs)) {
				const ready = await Promise.all(all.map((one) => one.isReady()));
				if (ready.every(Boolean)) return;
			}
			throw new Error(`the program does not get ready:\n${output()}`);
		},
		kill: ({ name }) => lives.get(name)?.kill(),
		stop: ({ name }) => lives.get(name)?.stop(),
		async close() {
			await Promise.all(all.map((one) => one.close()));
		},
	};
}

function linesOf([name, life]: [string, KeptAlive]): readonly string[] {
	return life
		.outputs()
		.flatMap((output, nth) =>
			output.split("\n").map((line) => `${name}, life ${nth + 1}: ${line}`),
		);
}
