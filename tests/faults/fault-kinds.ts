import { channelFaults } from "./channel-faults.ts";
import { clockFaults } from "./clock-faults.ts";
import { digestFaults } from "./digest-faults.ts";
import { diskFaults } from "./disk-faults.ts";
import { feedFaults } from "./feed-faults.ts";
import { killAsRead, killAtAnyTime, stopAtAnyTime } from "./kills.ts";
import { meetPosts } from "./post-faults.ts";
import { postgresFaults } from "./postgres-faults.ts";
import { redisFaults } from "./redis-faults.ts";
import { allRungs, type Rung } from "./rungs.ts";
import type { Scene } from "./scene.ts";
import type { Seeded } from "./seeded.ts";
import { severalOf } from "./several-faults.ts";

/** What befalls a run, while its feeds publish. */
export interface Injection {
	readonly scene: Scene;
	readonly chance: Seeded;
	/** Counts a fault. */
	happened(): void;
}

/** One row of the table. */
export interface FaultKind {
	readonly name: string;
	/** Where it can befall. */
	readonly rungs: readonly Rung[];
	/** The program's files must lie on a disk that can be filled. */
	readonly needsSmallDisk?: boolean;
	/** When its world begins; at this machine's time unless told. */
	readonly beginsAt?: Date;
	/** Whether it publishes the news itself; else that goes on beside it. */
	readonly publishesItself?: boolean;
	/** Lets it happen, at times by chance; resolves when all is mended again. */
	inject(injection: Injection): Promise<void>;
}

const some = { most: 3, share: 0.3 };

const kinds: readonly FaultKind[] = [
	{ name: "none", rungs: allRungs, inject: async () => undefined },
	{ name: "killed at any time", rungs: allRungs, inject: killAtAnyTime },
	{ name: "killed as a feed is read", rungs: allRungs, inject: killAsRead },
	{ name: "stopped at any time", rungs: allRungs, inject: stopAtAnyTime },
	meetPosts("killed before post", some),
	meetPosts("killed after post", some),
	meetPosts("killed before mark", some),
	meetPosts("cut before accepting", some),
	meetPosts("cut after accepting", some),
	// Slack knows no key of ours by which it could drop what it takes in late.
	meetPosts("cut, accepted late", { ...some, platform: "discord" }),
	meetPosts("500 before accepting", some),
	meetPosts("500 after accepting", some),
	meetPosts("429 with Retry-After", { most: 12, share: 0.6 }),
	...diskFaults,
	...redisFaults,
	...postgresFaults,
	...clockFaults,
	...feedFaults,
	...channelFaults,
	...digestFaults,
];

/** Every kind of fault, in the order of the table. */
export const faultKinds: readonly FaultKind[] = [...kinds, severalOf(kinds)];
