import { ticks } from "../fakes/tradewire-process.ts";
import type { Scene } from "./scene.ts";

const longestWaitMs = 120_000;

/** Time passes for all; not while a request is under way: that is another fault. */
export async function passTime(
	ms: number,
	{ clock, gates }: Scene,
): Promise<void> {
	await untilSo(() => gates.underWay() === 0);
	clock.pass(ms);
}

/** Waits until it is so, or far too long: the verdict says what is missing. */
export async function untilSo(isSo: () => boolean): Promise<void> {
	for await (const _ of ticks(longestWaitMs)) if (isSo()) return;
}
