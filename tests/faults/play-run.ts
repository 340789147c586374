import { setTimeout as wait } from "node:timers/promises";
import type { FaultKind, Injection } from "./fault-kinds.ts";
import { judgeRun, type Verdict } from "./judge-run.ts";
import type { Rung } from "./rungs.ts";
import { openScene, type Scene } from "./scene.ts";
import { type Seeded, seeded } from "./seeded.ts";
import { settle } from "./settle.ts";
import type { Templates } from "./templates.ts";

/** What a seed stands for. */
export interface RunPlan {
	readonly seed: number;
	readonly kind: FaultKind;
	readonly rung: Rung;
}

/** What became of a run. */
export interface RunResult extends Verdict, RunPlan {
	/** How many faults befell it. */
	readonly injected: number;
	readonly tookMs: number;
	/** All that its processes printed, and what each channel heard. */
	readonly record: string;
}

export interface RunNeeds {
	readonly templates: Templates;
	/** Where the program's sources are; null for this repository's own. */
	readonly sources: string | null;
}

/** Plays a run: news is published while faults befall, then all is heard, or not. */
export async function playRun(
	plan: RunPlan,
	needs: RunNeeds,
): Promise<RunResult> {
	const begun = Date.now();
	const { needsSmallDisk: onSmallDisk = false, beginsAt } = plan.kind;
	const beginsAheadMs = beginsAt ? beginsAt.getTime() - begun : 0;
	const scene = await openScene({
		...{ ...plan, ...needs, onSmallDisk, beginsAheadMs },
	});
	let injected = 0;
	const happened = () => {
		injected++;
	};
	try {
		const broken = await play({
			...{ plan, scene, happened },
			chance: seeded(plan.seed),
		}).then(
			() => [],
			(error) => [`the run broke off: ${error.stack}`],
		);
		const verdict = judgeRun(scene);
		const faults = [...verdict.faults, ...scene.crew.complaints, ...broken];
		const tookMs = Date.now() - begun;
		const notes = scene.notes.join("\n");
		const record = `${notes}\n${heardIn(scene)}\n\n${scene.crew.output()}`;
		return { ...plan, ...verdict, faults, injected, tookMs, record };
	} finally {
		await scene.close();
	}
}

interface Playing extends Injection {
	readonly plan: RunPlan;
}

async function play({ plan, ...playing }: Playing): Promise<void> {
	const { scene, chance } = playing;
	await scene.crew.ready();
	const { kind, seed } = plan;
	await Promise.all([
		kind.publishesItself ? null : publish(scene, chance),
		kind.inject({ ...playing, chance: seeded(~seed) }),
	]);
	await settle(scene);
}

/** A handful of items, most of them on steel, some of them at once. */
async function publish({ wire }: Scene, chance: Seeded): Promise<void> {
	for (let times = chance.between(3, 4); times > 0; times--) {
		await wait(chance.between(100, 700));
		wire.publish(chance.pick(wire.feeds), chance.between(1, 2));
		if (chance.chance(0.3)) wire.publish(chance.pick(wire.feeds), 1, false);
	}
}

function heardIn({ worlds, wire }: Scene): string {
	const channels = worlds.flatMap((world) =>
		world.channels.map((channel) => {
			const titles = world.heard(channel).map(({ title }) => title);
			return [`${channel.platform} ${channel.id} heard`, ...titles].join(
				"\n  ",
			);
		}),
	);
	const published = wire.published.map(
		({ feed, title, isOnSteel }) =>
			`${feed}${isOnSteel ? "" : " (not on steel)"}: ${title}`,
	);
	return [["published", ...published].join("\n  "), ...channels].join("\n");
}
