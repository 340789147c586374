import { afterAll, beforeAll, expect, test } from "vitest";
import { type Breakage, brokenCopy } from "./broken-copy.ts";
import { faultChannels } from "./chat-worlds.ts";
import { playRun } from "./play-run.ts";
import { meetPosts } from "./post-faults.ts";
import { embedded } from "./rungs.ts";
import type { PostFault } from "./spoil-post.ts";
import { makeTemplates, type Templates } from "./templates.ts";

interface Broken extends Breakage {
	readonly fault: PostFault;
	readonly platform: string;
	readonly caught: "lost" | "doubled";
}

const guarantees: readonly (readonly [string, Broken])[] = [
	[
		"a post is made before the ledger knows of it",
		{
			file: "src/store/delivery-lane.ts",
			text: "state = 'sending',",
			broken: "state = state,",
			fault: "killed after post",
			platform: "slack",
			caught: "doubled",
		},
	],
	[
		"the nonce is dropped",
		{
			file: "adapters/discord/post-card.ts",
			text: "enforce_nonce: true",
			broken: "enforce_nonce: false",
			fault: "cut, accepted late",
			platform: "discord",
			caught: "doubled",
		},
	],
	[
		"a post is marked sent whether it was or not",
		{
			file: "src/flows/send-deliveries.ts",
			text: 'return faceFailure(sending, "post", error);',
			broken: "message = { channel, id };",
			fault: "500 before accepting",
			platform: "slack",
			caught: "lost",
		},
	],
];

let templates: Templates;
beforeAll(async () => {
	templates = await makeTemplates(faultChannels, [embedded]);
}, 120_000);
afterAll(() => templates?.close());

test.each(guarantees)(
	"the harness finds out when %s",
	async (_guarantee, { fault, platform, caught, ...breakage }) => {
		const copy = await brokenCopy(breakage);
		try {
			const kind = meetPosts(fault, { platform, most: 2, share: 1 });
			const plan = { seed: 7, kind, rung: embedded };
			const sources = copy.directory;
			const result = await playRun(plan, { templates, sources });
			expect(result[caught]).toBeGreaterThan(0);
		} finally {
			await copy.remove();
		}
	},
	180_000,
);
