import { setTimeout as wait } from "node:timers/promises";
import { ask } from "../fakes/chat-client.ts";
import type { FaultKind, Injection } from "./fault-kinds.ts";
import { allRungs, onRedis, twoWorkers } from "./rungs.ts";

const hour = 3_600_000;

/** What feeds do to their readers, and readers to one another. */
export const feedFaults: readonly FaultKind[] = [
	{
		name: "feeds change all ids",
		rungs: allRungs,
		inject: (injection) => later(injection, ({ wire }) => wire.flipIds()),
	},
	{
		name: "feeds change all dates",
		rungs: allRungs,
		inject: (injection) =>
			later(injection, ({ wire }) =>
				wire.flipDates(injection.chance.pick([-5 * hour, 3 * hour, null])),
			),
	},
	{
		name: "two feeds tell the same",
		rungs: allRungs,
		publishesItself: true,
		inject: retellOften,
	},
	{
		name: "feeds polled by several at once",
		rungs: [twoWorkers, onRedis],
		inject: race,
	},
];

/** Does it once or twice, at times by chance. */
async function later(
	{ scene, chance, happened }: Injection,
	change: (scene: Injection["scene"]) => void,
): Promise<void> {
	for (let times = chance.between(1, 2); times > 0; times--) {
		await wait(chance.between(300, 2_000));
		change(scene);
		happened();
	}
}

/** Whoever asks for a feed has the process that serves the chat read it, at once, beside the workers. */
async function race({ scene, chance, happened }: Injection): Promise<void> {
	for (let times = chance.between(3, 6); times > 0; times--) {
		await wait(chance.between(100, 500));
		const address = scene.crew.address();
		if (address === null) continue;
		const feed = chance.pick(scene.wire.feeds);
		await ask(address, "backroom", `/feeds retry ${feed}`).catch(() => null);
		happened();
	}
}

/** What one feed tells, the other tells a moment later in its own words, whoever is killed meanwhile. */
async function retellOften(injection: Injection): Promise<void> {
	const { scene, chance, happened } = injection;
	const { wire, crew } = scene;
	for (let times = chance.between(3, 5); times > 0; times--) {
		const feed = chance.pick(wire.feeds);
		wire.publish(feed);
		await wait(chance.between(0, 900));
		for (const other of wire.feeds) if (other !== feed) wire.retell(other);
		happened();
		if (!chance.chance(0.3)) continue;
		await wait(chance.between(0, 500));
		crew.kill(chance.pick(crew.members));
		happened();
	}
}
