import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** Why the memory of a process cannot be read here; null when it can. */
export const memoryUnreadable: string | null = existsSync("/proc/self/status")
	? null
	: "this system has no /proc";

/** Watches how much memory this process and its children take at most. */
export interface MemoryWatch {
	/** MB above what was taken when the watch began, the children's own peaks added to ours. */
	peak(): number;
	stop(): void;
}

/** Begins to watch from now on (proc(5): VmRSS, VmHWM, clear_refs). */
export function watchMemory(): MemoryWatch {
	const { pid } = process;
	const idle = megabytes(pid, "VmRSS");
	writeFileSync(`/proc/${pid}/clear_refs`, "5");
	let children = 0;
	const look = () => {
		children = Math.max(children, ...childrenOf(pid).map(peakOf));
	};
	const looking = setInterval(look, 20).unref();
	return {
		peak() {
			look();
			return megabytes(pid, "VmHWM") - idle + children;
		},
		stop: () => clearInterval(looking),
	};
}

function childrenOf(pid: number): number[] {
	const list = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
	return list.trim().split(" ").filter(Boolean).map(Number);
}

/**
 * Without the pages of the program's file, which it shares with us. One that
 * is gone meanwhile takes nothing.
 */
function peakOf(pid: number): number {
	try {
		return megabytes(pid, "VmHWM") - megabytes(pid, "RssFile") || 0;
	} catch {
		return 0;
	}
}

function megabytes(pid: number, name: string): number {
	const status = readFileSync(`/proc/${pid}/status`, "utf8");
	return Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
}
