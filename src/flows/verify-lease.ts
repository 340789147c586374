import type { HubLease } from "../feeds/hub-lease.ts";
import { leaseTimes, restAfterAsking } from "../feeds/lease-times.ts";
import type { LeaseTools } from "./note-hub.ts";
import { later } from "./rest-delivery.ts";

/** What a hub asks about one lease (WebSub §5.3). */
export interface HubQuestion {
	readonly token: string;
	readonly mode: string;
	readonly topic: string;
	/** How long it grants; null when it does not say. */
	readonly leaseSeconds: number | null;
	/** Why it denies; null when it does not say. */
	readonly reason: string | null;
}

const longestReason = 200;

/**
 * Whether a hub may take it that we asked for this: it is the topic and the
 * mode that we want of it. What was granted or denied is remembered first, so
 * that nothing is pushed to a lease that we do not know to stand.
 */
export async function verifyLease(
	question: HubQuestion,
	{ hubLeases, log }: LeaseTools,
	now: Date,
): Promise<boolean> {
	const { token, mode, topic } = question;
	const lease = await hubLeases.byToken(token);
	if (lease?.topic !== topic) return false;
	const { feedId, hub, state } = lease;
	const isAsked = state === "requested" || state === "active";
	if (mode === "subscribe" && isAsked) {
		const times = leaseTimes(question.leaseSeconds, token, now);
		const well = { state: "active", failures: 0, trouble: null } as const;
		await hubLeases.change(token, { ...well, ...times });
		log.info("hub pushes", { feedId, hub, until: times.leaseUntil });
		return true;
	}
	if (mode === "unsubscribe" && state === "ending") {
		await hubLeases.forget(token);
		log.info("hub pushes no more", { feedId, hub });
		return true;
	}
	if (mode !== "denied" || !isAsked) return false;
	await hubLeases.change(token, denied(lease, question.reason, now));
	log.warn("hub denies", { feedId, hub });
	return true;
}

/** A hub may deny at any time, also what it granted before. */
function denied(
	{ token, failures }: HubLease,
	reason: string | null,
	now: Date,
) {
	const times = Math.max(failures, 1);
	const because = reason ? `: ${reason.slice(0, longestReason)}` : "";
	return {
		state: "requested",
		failures: times,
		trouble: `the hub denies it${because}`,
		askAt: later(now, restAfterAsking(times, token)),
	} as const;
}
