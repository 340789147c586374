import {
	type ChannelRef,
	channelFromKey,
	channelKey,
} from "../../src/chat/channel.ts";
import { clocksAgreeMs } from "../../src/chat/clocks-agree.ts";
import {
	type Delivery,
	type DeliveryState,
	type deliveryStates,
	liveKinds,
} from "../../src/deliveries/delivery.ts";
import type { DeliveryLedger } from "../../src/deliveries/delivery-ledger.ts";

/** Deliveries by id, in the order written. */
export type DeliveryTable = Map<string, Delivery>;

/** Twin of the store's DeliveryLedger. */
export function inMemoryLedger(table: DeliveryTable): DeliveryLedger {
	const takenAt = new Map<string, Date>();
	/** May have been said: to be looked for, until it is known to be sent. */
	const inDoubt = new Set<string>();
	const caughtIn = new Map<string, string>();
	const all = () => [...table.values()];
	const of = (channel: ChannelRef) =>
		all().filter((one) => channelKey(one.channel) === channelKey(channel));
	const set = (id: string, changes: Partial<Delivery>) => {
		const known = table.get(id);
		if (!known) throw new Error(`no delivery ${id}`);
		table.set(id, { ...known, ...changes });
	};
	/** By a clock that was set back since. */
	const isOfLater = (one: Delivery, now: Date) =>
		+(takenAt.get(one.id) ?? one.createdAt) > +now + clocksAgreeMs;
	const isStale = (one: Delivery, before: Date, now: Date) =>
		one.state === "sending" &&
		((takenAt.get(one.id) ?? before) < before || isOfLater(one, now));
	const next = (channel: ChannelRef, now: Date, staleBefore: Date) => {
		const lane = of(channel);
		const stale = lane.find((one) => isStale(one, staleBefore, now));
		if (stale) return stale;
		if (lane.some(({ state }) => state === "sending")) return undefined;
		const isDue = (one: Delivery) =>
			dueAt(one, lane) <= +now || isOfLater(one, now);
		return lane.find((one) => waits(one) && isDue(one));
	};
	/** A late word from a sender whose claim was taken over changes nothing. */
	const setSending = (id: string, changes: Partial<Delivery>) => {
		if (table.get(id)?.state === "sending") set(id, changes);
	};
	return {
		async write(deliveries) {
			const fresh = deliveries.filter(({ id }) => !table.has(id));
			for (const delivery of fresh) table.set(delivery.id, delivery);
			return fresh.map(({ id }) => id);
		},
		delivery: async (id) => table.get(id) ?? null,
		async claim(channel, now, staleBefore) {
			const delivery = next(channel, now, staleBefore);
			if (!delivery) return null;
			takenAt.set(delivery.id, now);
			if (delivery.state !== "queued" && !delivery.message) {
				inDoubt.add(delivery.id);
			}
			set(delivery.id, { state: "sending" });
			const thread = delivery.replyTo ? table.get(delivery.replyTo) : undefined;
			return {
				delivery,
				mustFind: inDoubt.has(delivery.id),
				soughtFrom: delivery.createdAt,
				replyTo: thread?.message ?? null,
			};
		},
		async markSent(id, message, edition, now) {
			const sentAt = table.get(id)?.sentAt ?? now;
			const sent = { message, sentEdition: edition, sentAt, reason: null };
			set(id, { ...sent, state: "sent" });
			inDoubt.delete(id);
		},
		async putBack(id, notBefore, reason) {
			const wasSent = table.get(id)?.message;
			const state = wasSent ? "sent" : "queued";
			setSending(id, { state, notBefore, reason });
		},
		async markUnknown(id, notBefore, reason) {
			const attempts = (table.get(id)?.attempts ?? 0) + 1;
			setSending(id, { state: "unknown", notBefore, reason, attempts });
		},
		markDead: async (id, reason) => setSending(id, { state: "dead", reason }),
		async hold(id, reason) {
			const state = table.get(id)?.state ?? "dead";
			const mayHold = ["queued", "sending", "unknown"].includes(state);
			if (state === "unknown") inDoubt.add(id);
			if (mayHold) set(id, { state: "held", reason });
		},
		async due(now, staleBefore, limit) {
			const channels = new Map(
				all().map(({ channel }) => [channelKey(channel), channel]),
			);
			const due = [...channels.values()].filter((channel) =>
				next(channel, now, staleBefore),
			);
			const platforms = Map.groupBy(due, ({ platform }) => platform);
			return [...platforms.values()].flatMap((some) => some.slice(0, limit));
		},
		async nextDue(channel) {
			const lane = of(channel);
			const times = lane.filter(waits).map((one) => dueAt(one, lane));
			return times.length > 0 ? new Date(Math.min(...times)) : null;
		},
		sentSince: async (channel, since) =>
			of(channel).filter(
				(one) =>
					liveKinds.includes(one.kind) && one.sentAt && one.sentAt >= since,
			).length,
		async holding(now) {
			const held = all().filter((one) => isHeldAt(one, now));
			const keys = held.map(({ channel }) => channelKey(channel));
			return [...new Set(keys)].sort().map(channelFromKey);
		},
		held: async (channel, now) =>
			of(channel)
				.filter((one) => isHeldAt(one, now))
				.map((one) => ({ ...one, mustFind: inDoubt.has(one.id) })),
		async catchUp(catchUp, told) {
			if (table.has(catchUp.id)) return;
			table.set(catchUp.id, catchUp);
			for (const id of told) {
				if (table.get(id)?.state !== "held") continue;
				set(id, { state: "caught-up" });
				caughtIn.set(id, catchUp.id);
			}
			for (const [id, inside] of caughtIn)
				if (told.includes(inside)) caughtIn.set(id, catchUp.id);
		},
		toldIn: async (ids) =>
			all().filter(
				({ id, kind }) =>
					kind !== "catch-up" && ids.includes(caughtIn.get(id) ?? ""),
			),
		async release(ids, now) {
			for (const id of ids) {
				if (table.get(id)?.state !== "held") continue;
				set(id, { state: "queued", notBefore: now, reason: null });
			}
		},
		ofStory: async (storyId) => deliveriesOfStory(table, storyId),
		async counts() {
			const count = (wanted: DeliveryState) =>
				all().filter(({ state }) => state === wanted).length;
			return {
				queued: count("queued"),
				sending: count("sending"),
				sent: count("sent"),
				held: count("held"),
				"caught-up": count("caught-up"),
				unknown: count("unknown"),
				dead: count("dead"),
				dropped: count("dropped"),
			} satisfies Record<(typeof deliveryStates)[number], number>;
		},
		newest: async (wanted, limit) =>
			all()
				.filter(({ state }) => state === wanted)
				.reverse()
				.slice(0, limit),
	};
}

/** A story's deliveries, the latest revision first. */
export function deliveriesOfStory(
	table: DeliveryTable,
	storyId: string,
): readonly Delivery[] {
	return [...table.values()]
		.filter(({ kind, subject }) => kind === "story" && subject === storyId)
		.sort((a, b) => b.revision - a.revision);
}

/** Held, and not for a flood that nobody has answered. */
function isHeldAt({ state, flood }: Delivery, now: Date): boolean {
	return state === "held" && (flood === null || flood.until <= now);
}

/** Something is to be said: the post, or a newer edition. */
function waits(one: Delivery): boolean {
	const isOutOfDate = one.state === "sent" && one.sentEdition < one.edition;
	return isFresh(one) || isOutOfDate;
}

/** When it may go out, in ms: not before those written earlier that were tried and wait, nor before its post. */
function dueAt(one: Delivery, lane: readonly Delivery[]): number {
	const earlier = lane.slice(0, lane.indexOf(one)).filter(isTried);
	const post = lane.filter((other) => other.id === one.replyTo);
	const before = [...earlier, ...post.filter(isFresh)];
	const times = [one, ...before].map(({ notBefore }) => notBefore.getTime());
	return Math.max(...times);
}

/** It has not been said yet. */
function isFresh({ state }: Delivery): boolean {
	return state === "queued" || state === "unknown";
}

/** It waits to be tried again, and holds up all that was written after it. */
function isTried({ state, attempts, reason }: Delivery): boolean {
	const wasPutBack = state === "queued" && (attempts > 0 || reason !== null);
	return state === "unknown" || wasPutBack;
}
