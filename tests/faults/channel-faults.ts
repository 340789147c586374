import { setTimeout as wait } from "node:timers/promises";
import { ask } from "../fakes/chat-client.ts";
import type { FaultKind, Injection } from "./fault-kinds.ts";
import { passTime, untilSo } from "./pass-time.ts";
import { allRungs } from "./rungs.ts";
import type { Scene } from "./scene.ts";

const minute = 60_000;
/** A closed channel is first looked at after five minutes. */
const lookedAtMs = 6 * minute;
const quietMs = 30 * minute;

/** Channels that may not be spoken to for a while. */
export const channelFaults: readonly FaultKind[] = [
	{
		name: "channels closed for a while",
		rungs: allRungs,
		inject: closeForAWhile,
	},
	{
		name: "quiet hours",
		rungs: allRungs,
		publishesItself: true,
		inject: keepQuiet,
	},
];

/** Some of those that a platform can close to the bot: archived, or hidden from it. */
async function closeForAWhile(injection: Injection): Promise<void> {
	const { scene, chance, happened } = injection;
	await wait(chance.between(0, 500));
	const reopen: (() => void)[] = [];
	for (const { channels, shut } of scene.worlds) {
		for (const channel of channels) {
			if (!shut || chance.chance(0.4)) continue;
			shut(channel, true);
			reopen.push(() => shut(channel, false));
			happened();
		}
	}
	await wait(chance.between(1_500, 4_000));
	for (const open of reopen) open();
	await passTime(lookedAtMs, scene);
}

/** The web chat's channels want to hear nothing for half an hour, in which news comes, and someone may be killed. */
async function keepQuiet(injection: Injection): Promise<void> {
	const { scene, chance, happened } = injection;
	const { wire, crew, clock, worlds } = scene;
	const web = worlds.filter(({ shut }) => !shut);
	const heard = () =>
		web.flatMap((world) =>
			world.channels.flatMap((channel) => world.heard(channel)),
		);
	const hours = [clock.now() - minute, clock.now() + quietMs].map(clockTime);
	for (const { channels } of web) {
		for (const { id } of channels) {
			await ask(crew.address() ?? "", id, `/settings quiet ${hours.join("-")}`);
			happened();
		}
	}
	const before = heard().length;
	for (const feed of wire.feeds) wire.publish(feed, 2);
	await wait(chance.between(500, 2_000));
	if (chance.chance(0.5)) {
		crew.kill(chance.pick(crew.members));
		happened();
		await crew.ready();
	}
	await heardElsewhere(scene);
	if (heard().length > before) throw new Error("spoke in quiet hours");
	await passTime(quietMs + minute, scene);
}

/** Waits until the platforms that want no quiet have heard all. */
async function heardElsewhere({ wire, worlds }: Scene): Promise<void> {
	const wanted = wire.published.length;
	const loud = worlds.filter(({ shut }) => shut);
	await untilSo(() =>
		loud.every((world) =>
			world.channels.every((channel) => world.heard(channel).length >= wanted),
		),
	);
}

/** As the channels' clock shows an instant. */
function clockTime(at: number): string {
	return new Intl.DateTimeFormat("en-GB", {
		...{ hour: "2-digit", minute: "2-digit" },
		timeZone: "America/Toronto",
	}).format(at);
}
