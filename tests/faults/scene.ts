import {
	type ChatWorld,
	discordWorld,
	slackWorld,
	webWorld,
} from "./chat-worlds.ts";
import { type Crew, membersOf, startCrew } from "./crew.ts";
import { type Gates, openGates } from "./gates.ts";
import { type Ground, type GroundWanted, layGround } from "./ground.ts";

/** Everything of one run: the program's processes, and the world that they run in. */
export interface Scene extends Ground {
	readonly crew: Crew;
	readonly worlds: readonly ChatWorld[];
	readonly gates: Gates;
	/** Digests that every channel is to hear, with the events that each tells. */
	readonly digests: {
		readonly date: string;
		readonly marks: readonly string[];
	}[];
	/** What its record is to say beside what was printed and heard. */
	readonly notes: string[];
	close(): Promise<void>;
}

export interface SceneWanted extends GroundWanted {
	/** Where the program's sources are; null for this repository's own. */
	readonly sources: string | null;
}

/** Sets the scene and starts the program. */
export async function openScene(wanted: SceneWanted): Promise<Scene> {
	await using opening = new AsyncDisposableStack();
	const opened = <T extends { close(): Promise<unknown> }>(one: T): T => {
		opening.defer(async () => void (await one.close()));
		return one;
	};
	const ground = await layGround(wanted, opening);
	const { now } = ground.clock;
	const discord = opened(await discordWorld(now));
	const slack = opened(await slackWorld(now));
	const members = membersOf(wanted.rung.roles);
	const gates = opened(await openGates(members, { discord, slack }));
	const envOf = (member: (typeof members)[number]) => ({
		...ground.env,
		...gates.settingsOf(member),
	});
	const crew = opened(startCrew({ members, envOf, sources: wanted.sources }));
	gates.killBy((member) => crew.kill(member));
	const web = opened(webWorld(() => crew.address()));
	const all = opening.move();
	return {
		...{ ...ground, crew, gates },
		worlds: [discord, slack, web],
		digests: [],
		notes: [],
		close: () => all.disposeAsync(),
	};
}
