import type { FaultKind } from "./fault-kinds.ts";
import { allRungs } from "./rungs.ts";
import type { PostFault } from "./spoil-post.ts";

interface Meeting {
	/** Left out: on any. */
	readonly platform?: string;
	/** How many posts meet it, of those that are sent. */
	readonly most: number;
	/** How likely the next post meets it, of 1. */
	readonly share: number;
}

/** A fault that meets some posts on their way. */
export function meetPosts(fault: PostFault, meeting: Meeting): FaultKind {
	return {
		name: fault,
		rungs: allRungs,
		async inject({ scene, chance, happened }) {
			let left = meeting.most;
			scene.gates.meet(({ platform }) => {
				const isThere = platform === (meeting.platform ?? platform);
				if (left === 0 || !isThere || !chance.chance(meeting.share))
					return null;
				left--;
				happened();
				return fault;
			});
		},
	};
}
