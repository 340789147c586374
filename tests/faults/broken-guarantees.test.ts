import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Breakage, brokenCopy } from "./broken-copy.ts";
import { faultChannels } from "./chat-worlds.ts";
import type { FaultKind } from "./fault-kinds.ts";
import { playRun } from "./play-run.ts";
import { meetPosts } from "./post-faults.ts";
import { embedded } from "./rungs.ts";
import type { PostFault } from "./spoil-post.ts";
import { makeTemplates, type Templates } from "./templates.ts";

interface Broken extends Breakage {
	readonly kind: FaultKind;
	readonly caught: "lost" | "doubled";
}

const met = (fault: PostFault, platform: string) =>
	meetPosts(fault, { platform, most: 2, share: 1 });

/** Each feed publishes once, and whoever reads it is killed half a second after its answer. */
const killedSoonAfter: FaultKind = {
	name: "killed soon after a feed was read",
	rungs: [embedded],
	publishesItself: true,
	async inject({ scene: { wire, crew }, happened }) {
		for (const feed of wire.feeds) {
			await crew.ready();
			const answered = wire.answered();
			wire.publish(feed);
			await answered;
			await wait(500);
			for (const member of crew.members) crew.kill(member);
			happened();
		}
	},
};

const guarantees: readonly (readonly [string, Broken])[] = [
	[
		"a post is made before the ledger knows of it",
		{
			file: "src/store/delivery-lane.ts",
			text: "state = 'sending',",
			broken: "state = state,",
			kind: met("killed after post", "slack"),
			caught: "doubled",
		},
	],
	[
		"the nonce is dropped",
		{
			file: "adapters/discord/post-card.ts",
			text: "enforce_nonce: true",
			broken: "enforce_nonce: false",
			kind: met("cut, accepted late", "discord"),
			caught: "doubled",
		},
	],
	[
		"a post is marked sent whether it was or not",
		{
			file: "src/flows/send-deliveries.ts",
			text: 'return faceFailure(sending, "post", error);',
			broken: "message = { channel, id };",
			kind: met("500 before accepting", "slack"),
			caught: "lost",
		},
	],
	[
		"a feed is marked as read before its news is kept",
		{
			file: "src/flows/poll-feed.ts",
			text: "const told = await tellUnseen(articles, { ...poll, isPushed: false });",
			broken: `const read = { feed, state, fetched, parsed, minSeconds, now };
			await tools.feeds.keepState(feed.id, afterSuccess({ ...read, isPushed: false }));
			await new Promise((turn) => setTimeout(turn, 2_000));
			const told = await tellUnseen(articles, { ...poll, isPushed: false });`,
			kind: killedSoonAfter,
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
	async (_guarantee, { kind, caught, ...breakage }) => {
		const copy = await brokenCopy(breakage);
		try {
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

test("nothing is lost by that kill while feeds are marked as read last", async () => {
	const plan = { seed: 7, kind: killedSoonAfter, rung: embedded };
	const result = await playRun(plan, { templates, sources: null });
	expect(result).toMatchObject({ injected: 2, lost: 0, doubled: 0 });
}, 180_000);
