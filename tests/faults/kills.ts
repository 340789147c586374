import { setTimeout as wait } from "node:timers/promises";
import type { Injection } from "./fault-kinds.ts";

/** `kill -9` of any process, one to three times. */
export async function killAtAnyTime(injection: Injection): Promise<void> {
	const { scene, chance, happened } = injection;
	for (let kills = chance.between(1, 3); kills > 0; kills--) {
		await wait(chance.between(0, 2_000));
		scene.crew.kill(chance.pick(scene.crew.members));
		happened();
	}
}

/** SIGTERM to any process, with whatever it has in hand. */
export async function stopAtAnyTime(injection: Injection): Promise<void> {
	const { scene, chance, happened } = injection;
	for (let stops = chance.between(1, 2); stops > 0; stops--) {
		await wait(chance.between(500, 3_000));
		scene.crew.stop(chance.pick(scene.crew.members));
		happened();
	}
}

/** `kill -9` a moment after a feed's answer, while its items are told in one transaction. */
export async function killAsRead(injection: Injection): Promise<void> {
	const { scene, chance, happened } = injection;
	const polling = scene.crew.members.filter(({ role }) => role !== "gateway");
	for (let kills = chance.between(1, 2); kills > 0; kills--) {
		await scene.wire.answered();
		await wait(chance.between(0, 60));
		scene.crew.kill(chance.pick(polling));
		happened();
	}
}
