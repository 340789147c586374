import type { DeskTools } from "./desk-tools.ts";
import { within } from "./within.ts";

export interface Readiness {
	readonly ready: boolean;
	/** A sentence for each that does not answer. */
	readonly reasons: readonly string[];
}

/** Asks the store and the queue whether they answer; a silent one counts as away after `within`'s bound. */
export async function checkReadiness(
	tools: Pick<DeskTools, "pingStore" | "pingQueue" | "say">,
): Promise<Readiness> {
	const { pingStore, pingQueue, say } = tools;
	const [store, queue] = await Promise.all([
		troubleOf(pingStore, say),
		troubleOf(pingQueue, say),
	]);
	const reasons = [
		...(store === null ? [] : [say("desk.storeAway", { reason: store })]),
		...(queue === null ? [] : [say("desk.queueAway", { reason: queue })]),
	];
	return { ready: reasons.length === 0, reasons };
}

async function troubleOf(
	ping: () => Promise<unknown>,
	say: DeskTools["say"],
): Promise<string | null> {
	try {
		await within(ping, say);
		return null;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}
