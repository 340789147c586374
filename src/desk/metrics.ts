import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { DeskTools } from "./desk-tools.ts";
import { readFeedHealth } from "./feed-health.ts";
import { readSuspended } from "./suspended-view.ts";
import { within } from "./within.ts";

export interface Metrics {
	readonly contentType: string;
	/** Prometheus text, read fresh. What cannot be read is left out and counted in `tradewire_unreadable`. */
	text(): Promise<string>;
}

/** The house's figures in a registry of its own, so that two houses in one process do not collide. */
export function makeMetrics(tools: DeskTools): Metrics {
	const registry = new Registry();
	collectDefaultMetrics({ register: registry });
	const gauge = (name: string, help: string, ...labelNames: string[]) =>
		new Gauge({
			name: `tradewire_${name}`,
			help,
			labelNames,
			registers: [registry],
		});
	const deliveries = gauge("deliveries", "Deliveries by state", "state");
	const feeds = gauge("feeds", "Feeds by health: ok or failing", "health");
	const suspended = gauge("suspended_channels", "Channels closed to us");
	const articles = gauge("articles", "Articles kept");
	const stories = gauge("stories", "Stories kept");
	const jobs = gauge("queue_jobs", "Jobs by queue and state", "queue", "state");
	const unreadable = gauge("unreadable", "Readings that failed this time");

	const readings = [
		async () => {
			const counts = await tools.ledger.counts();
			for (const [state, count] of Object.entries(counts))
				deliveries.set({ state }, count);
		},
		async () => {
			const health = await readFeedHealth(tools);
			const ok = health.filter(({ isWell }) => isWell).length;
			feeds.set({ health: "ok" }, ok);
			feeds.set({ health: "failing" }, health.length - ok);
		},
		async () => suspended.set((await readSuspended(tools.channels)).length),
		async () => {
			const counts = await tools.archive.counts();
			articles.set(counts.articles);
			stories.set(counts.stories);
		},
		async () => {
			const queues = Object.entries(await tools.queueCounts());
			for (const [queue, states] of queues)
				for (const [state, count] of Object.entries(states))
					jobs.set({ queue, state }, count);
		},
	];
	return {
		contentType: registry.contentType,
		async text() {
			for (const each of [deliveries, feeds, jobs]) each.reset();
			for (const each of [suspended, articles, stories]) each.remove();
			const read = await Promise.allSettled(
				readings.map((reading) => within(reading, tools.say)),
			);
			const failed = read.filter(({ status }) => status === "rejected");
			unreadable.set(failed.length);
			return registry.metrics();
		},
	};
}
