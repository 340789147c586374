import type { WiredWorld } from "./chat-worlds.ts";
import type { Member } from "./crew.ts";
import { type PlatformGate, platformGate } from "./platform-gate.ts";
import type { PostFault } from "./spoil-post.ts";

/** A post on its way. */
interface Posting {
	readonly platform: string;
	/** The process that sends it. */
	readonly by: Member;
}

/** Gates between every process and every platform. */
export interface Gates {
	/** What is to happen to each post from now on. */
	meet(faultOf: (posting: Posting) => PostFault | null): void;
	/** How a post ends the process that sends it. */
	killBy(kill: (member: Member) => void): void;
	/** Settings by which a process reaches the platforms through its own gates. */
	settingsOf(member: Member): Readonly<Record<string, string>>;
	/** Requests that are not answered yet. */
	underWay(): number;
	close(): Promise<void>;
}

/** Opens them, for platforms by their names. */
export async function openGates(
	members: readonly Member[],
	worlds: Readonly<Record<string, WiredWorld>>,
): Promise<Gates> {
	const gates: PlatformGate[] = [];
	const settings = new Map<string, Record<string, string>>();
	let faultOf: Parameters<Gates["meet"]>[0] = () => null;
	let kill: Parameters<Gates["killBy"]>[0] = () => {};
	for (const by of members) {
		const mine: Record<string, string> = {};
		for (const [platform, world] of Object.entries(worlds)) {
			const gate = await platformGate({
				...world,
				faultOf: () => faultOf({ platform, by }),
				kill: () => kill(by),
			});
			gates.push(gate);
			Object.assign(mine, world.settings(gate.address));
		}
		settings.set(by.name, mine);
	}
	return {
		meet(asked) {
			faultOf = asked;
		},
		killBy(asked) {
			kill = asked;
		},
		settingsOf: ({ name }) => settings.get(name) ?? {},
		underWay: () => gates.reduce((sum, gate) => sum + gate.underWay(), 0),
		async close() {
			await Promise.all(gates.map((gate) => gate.close()));
		},
	};
}
