import { setTimeout as wait } from "node:timers/promises";
import type { FaultKind, Injection } from "./fault-kinds.ts";
import { judgeRun } from "./judge-run.ts";
import { passTime, untilSo } from "./pass-time.ts";
import { allRungs } from "./rungs.ts";

const minute = 60_000;
const hour = 60 * minute;
/** From the evening over 01:30 and 02:30 in Toronto, whichever hour is skipped or comes twice. */
const nightMs = [5 * hour + 40 * minute, hour, hour];
const dayMs = 24 * hour - nightMs.reduce((sum, ms) => sum + ms);

/** Days on end with the digests that channels want at 01:30 and 02:30 of Toronto's clock. */
export const digestFaults: readonly FaultKind[] = [
	digestFault("digests, clocks go forward", {
		evening: new Date("2027-03-14T01:00:00Z"),
		dates: ["2027-03-14", "2027-03-15"],
	}),
	digestFault("digests, clocks go back", {
		evening: new Date("2027-11-07T00:00:00Z"),
		dates: ["2027-11-07", "2027-11-08"],
	}),
];

interface Nights {
	/** In Toronto, when the world begins. */
	readonly evening: Date;
	/** Of the digests that follow each evening. */
	readonly dates: readonly string[];
}

function digestFault(name: string, { evening, dates }: Nights): FaultKind {
	return {
		name,
		rungs: allRungs,
		beginsAt: evening,
		publishesItself: true,
		async inject(injection) {
			for (const date of dates) await liveThrough(date, injection);
		},
	};
}

/** An evening's news, a night in which someone may be killed, the digests of the morning, and a day. */
async function liveThrough(date: string, injection: Injection): Promise<void> {
	const { scene, chance, happened } = injection;
	const { wire } = scene;
	const first = wire.published.length;
	for (const feed of wire.feeds) wire.publish(feed);
	await untilSo(() => judgeRun(scene).lost === 0);
	const marks = wire.published.slice(first).map(({ mark }) => mark);
	scene.digests.push({ date, marks });
	for (const ms of nightMs) {
		await passTime(ms, scene);
		if (!chance.chance(0.4)) continue;
		await wait(chance.between(0, 1_500));
		scene.crew.kill(chance.pick(scene.crew.members));
		happened();
	}
	// Who is down for a night and a day tells of both in one digest.
	await scene.crew.ready();
	await untilSo(() => judgeRun(scene).lost === 0);
	await passTime(dayMs, scene);
}
