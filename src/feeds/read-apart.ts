import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { FeedError } from "./feed-error.ts";
import { countLargeReads, type LargeReads } from "./large-reads.ts";
import { type FeedOrigin, parseFeed } from "./parse-feed.ts";
import type { ParsedFeed } from "./parsed-feed.ts";
import type { ReadingAnswer, ReadingTask } from "./reading-process.ts";
import { withinLimits } from "./within-limits.ts";

/** How far reading a large feed may go. */
interface ApartLimits {
	/** Larger feeds are read apart; those up to this cannot hold anyone up. Default 256 kB. */
	readonly smallBytes?: number;
	/** Default 20 s, which is many times what 10 MB take. */
	readonly timeoutMs?: number;
	/** Of the process. Default 48. */
	readonly heapMegabytes?: number;
	/** How long the process is kept for the next. Default 5 s. */
	readonly idleMs?: number;
	readonly largeReads?: LargeReads;
}

/** Reads as `parseFeed` does. */
export type ReadFeed = (
	bytes: Uint8Array,
	origin: FeedOrigin,
) => Promise<ParsedFeed>;

/**
 * Makes a reader that reads large feeds one at a time in a process of its own,
 * which is ended when a feed takes more time or memory than any honest one:
 * meanwhile other feeds are polled, and people answered. Of a feed without end
 * the newest items are read. Rejects as `parseFeed` does, and with a FeedError
 * for a feed that takes too much. A thread would not do: one that runs out of
 * memory inside `JSON.parse` takes its process with it.
 */
export function readerApart(limits: ApartLimits = {}): ReadFeed {
	const { smallBytes = 256 * 1024, largeReads = countLargeReads() } = limits;
	const readApart = readingProcess(limits);
	let last: Promise<unknown> = Promise.resolve();
	return async (bytes, origin) => {
		if (bytes.length <= smallBytes)
			return withinLimits(await parseFeed(bytes, origin));
		const leave = largeReads.crowdIn();
		const reading = last.then(() => readApart(bytes, origin));
		last = reading.catch(() => {});
		return reading.finally(leave);
	};
}

const hugeBytes = 2 * 1024 ** 2;

/** One process at most, opened when first needed and closed when no more. */
function readingProcess(limits: ApartLimits) {
	const { timeoutMs = 20_000, heapMegabytes = 48, idleMs = 5000 } = limits;
	let child: ChildProcess | null = null;
	let closing: NodeJS.Timeout | undefined;

	function end(): void {
		child?.kill("SIGKILL");
		child = null;
	}

	return async (bytes: Uint8Array, origin: FeedOrigin): Promise<ParsedFeed> => {
		clearTimeout(closing);
		if (child?.connected !== true) child = openProcess(heapMegabytes);
		const { length } = bytes;
		const sent = send(child, bytes);
		try {
			const answer = await answerOf(child, { length, origin }, timeoutMs);
			if ("parsed" in answer) return answer.parsed;
			if (answer.isUnfit) throw new FeedError(answer.fault);
			throw new Error(answer.fault);
		} catch (error) {
			end();
			throw error;
		} finally {
			// What one huge feed left behind is not added to by the next.
			if (length > hugeBytes) end();
			else closing = setTimeout(end, idleMs).unref();
			// Until then they are read from where they lie, and may not be given back.
			await sent;
		}
	};
}

/** It is told nothing of ours: no settings, no secrets. */
function openProcess(heapMegabytes: number): ChildProcess {
	const file = fileURLToPath(new URL("reading-process.ts", import.meta.url));
	const child = fork(file, {
		env: {},
		execArgv: [
			`--max-old-space-size=${heapMegabytes}`,
			"--max-semi-space-size=2",
		],
		serialization: "advanced",
		stdio: ["pipe", "ignore", "ignore", "ipc"],
	});
	child.unref();
	child.channel?.unref();
	// One that ends while nothing is read is replaced by the next.
	child.on("error", () => {});
	child.stdin?.on("error", () => {});
	return child;
}

/** Resolves when nothing reads the bytes any more, whether they arrived or not. */
function send({ stdin }: ChildProcess, bytes: Uint8Array): Promise<void> {
	const { promise, resolve } = Promise.withResolvers<void>();
	if (stdin) stdin.write(bytes, () => resolve());
	else resolve();
	return promise;
}

function answerOf(
	child: ChildProcess,
	task: ReadingTask,
	timeoutMs: number,
): Promise<ReadingAnswer> {
	const { promise, resolve, reject } = Promise.withResolvers<ReadingAnswer>();
	const take = (answer: unknown) => resolve(answer as ReadingAnswer); // our own process says nothing else
	const late = setTimeout(
		() => reject(new FeedError(`reading it takes over ${timeoutMs / 1000} s`)),
		timeoutMs,
	);
	const gone = () => reject(new FeedError("reading it takes too much memory"));
	child.once("message", take).once("error", reject).once("exit", gone);
	child.send(task, (error) => {
		// When it is gone, that says more.
		if (error && child.connected) reject(error);
	});
	return promise.finally(() => {
		clearTimeout(late);
		child.off("message", take).off("error", reject).off("exit", gone);
	});
}
