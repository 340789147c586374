import type { Job } from "bullmq";
import type { ChannelRef } from "../chat/channel.ts";
import type { DueFeed } from "../feeds/feed.ts";
import type { Engine, JobWorker } from "./engine.ts";
import { channelOf, pollPayload, readPayload } from "./payload.ts";

/** The errands that jobs run. */
export interface Handlers {
	/** Gives when the feed is to be asked next; null for one that is no more. */
	poll(feedId: string): Promise<Date | null>;
	/** Gives when the channel's next delivery falls due. */
	send(channel: ChannelRef): Promise<Date | null>;
	sweep(): Promise<void>;
	digests(): Promise<void>;
	rates(): Promise<void>;
	/** Asks the WebSub hubs that are to be asked. */
	hubs(): Promise<void>;
}

/** How many of a kind run at once in this process. */
export interface Concurrency {
	readonly poll: number;
	/** On each platform. */
	readonly send: number;
}

interface WorkersWanted {
	readonly engine: Engine;
	/** The queues' names; one of `sends` for each platform. */
	readonly names: {
		readonly poll: string;
		readonly house: string;
		readonly sends: readonly string[];
	};
	readonly handlers: Handlers;
	readonly concurrency: Concurrency;
	enqueueChannels(
		due: readonly { readonly channel: ChannelRef; readonly at: Date }[],
		cause: string,
	): Promise<void>;
	enqueuePolls(due: readonly DueFeed[]): Promise<void>;
	report(error: unknown): void;
}

/** Starts this process's workers, one for each queue. */
export function openWorkers(wanted: WorkersWanted): readonly JobWorker[] {
	const { engine, names, concurrency, report } = wanted;
	const open = (
		name: string,
		run: (job: Job) => Promise<void>,
		atOnce: number,
	) => {
		const worker = engine.worker(name, run, { concurrency: atOnce });
		worker.on("error", report);
		worker.on("failed", (_job, error) => report(error));
		return worker;
	};
	return [
		open(names.poll, pollWith(wanted), concurrency.poll),
		...names.sends.map((name) =>
			open(name, (job) => send(job, wanted), concurrency.send),
		),
		open(names.house, (job) => keepHouse(job, wanted), 2),
	];
}

/** A poll that is to come later than this is left to the sweep, which finds it soon enough. */
const soonMs = 30_000;

/** A feed slower than its round is not polled twice at once. */
function pollWith({ handlers, enqueuePolls }: WorkersWanted) {
	const polling = new Set<string>();
	return async ({ data }: Job) => {
		const { feedId } = readPayload(pollPayload, data);
		if (polling.has(feedId)) return;
		polling.add(feedId);
		try {
			const at = await handlers.poll(feedId);
			const isSoon = at !== null && +at - Date.now() < soonMs;
			if (isSoon) await enqueuePolls([{ feedId, at }]);
		} finally {
			polling.delete(feedId);
		}
	};
}

async function send({ data }: Job, wanted: WorkersWanted): Promise<void> {
	const channel = channelOf(data);
	const at = await wanted.handlers.send(channel);
	if (at) await wanted.enqueueChannels([{ channel, at }], "next due");
}

async function keepHouse({ name }: Job, wanted: WorkersWanted): Promise<void> {
	if (name === "sweep") await wanted.handlers.sweep();
	if (name === "digests") await wanted.handlers.digests();
	if (name === "rates") await wanted.handlers.rates();
	if (name === "hubs") await wanted.handlers.hubs();
}
