import { judgeRun } from "./judge-run.ts";
import type { Scene } from "./scene.ts";

/** What the program's ledger still has to say, by its own account; null when it does not answer. */
type Waiting = number | null;

const betweenLooksMs = 150;
const longestSettleMs = 180_000;
/** Nothing has moved for so long: time is passed rather than waited for. */
const patienceMs = 2_500;
/** A sender is taken for dead after a minute. */
const passedMs = 65_000;
/** What waits longer than that is late beyond excuse. */
const mostPassed = 6;
/** Polls of each feed after the last item, before what is missing is called lost. */
const pollsToBeSure = 3;

/**
 * Waits until all is told and nothing waits to be told, or until the program
 * says that it has nothing more to say. Where it waits itself, the world's
 * time is passed, never while a request is under way or a process starts.
 */
export async function settle(scene: Scene): Promise<void> {
	const { wire, clock, crew } = scene;
	const asked = () => wire.feeds.map((feed) => wire.asked(feed));
	const before = asked();
	const giveUpAt = Date.now() + longestSettleMs;
	let [moved, movedAt, quiet, passed] = ["", Date.now(), 0, 0];
	while (Date.now() < giveUpAt) {
		await new Promise((turn) => setTimeout(turn, betweenLooksMs));
		const verdict = judgeRun(scene);
		const waiting = await waitingIn(scene);
		const isPolled = asked().every(
			(times, at) => times >= (before[at] ?? 0) + pollsToBeSure,
		);
		quiet =
			waiting === 0 && isPolled && scene.gates.underWay() === 0 ? quiet + 1 : 0;
		if (quiet > (verdict.lost === 0 ? 2 : 10)) return;
		const now = `${verdict.heard} ${waiting}`;
		if (now !== moved) [moved, movedAt] = [now, Date.now()];
		const isStill = Date.now() - movedAt > patienceMs;
		const isFree = waiting !== null && scene.gates.underWay() === 0;
		const mayPass = isFree && crew.isUp();
		if (isStill && mayPass && passed < mostPassed) {
			clock.pass(passedMs);
			movedAt = Date.now();
			passed++;
		}
	}
}

const unsaid = ["queued", "sending", "unknown", "held"];

async function waitingIn({ crew }: Scene): Promise<Waiting> {
	const address = crew.address();
	if (address === null) return null;
	const answer = await fetch(`${address}/metrics`, {
		signal: AbortSignal.timeout(3_000),
	}).catch(() => null);
	const text = answer?.ok ? await answer.text().catch(() => "") : "";
	const counts = unsaid.map((state) =>
		text.match(`tradewire_deliveries\\{state="${state}"\\} (\\d+)`),
	);
	if (counts.some((found) => found === null)) return null;
	return counts.reduce((sum, found) => sum + Number(found?.[1]), 0);
}
