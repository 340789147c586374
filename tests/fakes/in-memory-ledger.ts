import { type ChannelRef, channelKey } from "../../src/chat/channel.ts";
import type {
	Delivery,
	DeliveryState,
	deliveryStates,
} from "../../src/deliveries/delivery.ts";
import type { DeliveryLedger } from "../../src/deliveries/delivery-ledger.ts";

/** Deliveries by id, in the order written. */
export type DeliveryTable = Map<string, Delivery>;

/** Twin of the store's DeliveryLedger. */
export function inMemoryLedger(table: DeliveryTable): DeliveryLedger {
	const takenAt = new Map<string, Date>();
	/** May have been said: to be looked for, until it is known to be sent. */
	const inDoubt = new Set<string>();
	const all = () => [...table.values()];
	const of = (channel: ChannelRef) =>
		all().filter((one) => channelKey(one.channel) === channelKey(channel));
	const set = (id: string, changes: Partial<Delivery>) => {
		const known = table.get(id);
		if (!known) throw new Error(`no delivery ${id}`);
		table.set(id, { ...known, ...changes });
	};
	const isStale = (one: Delivery, before: Date) =>
		one.state === "sending" && (takenAt.get(one.id) ?? before) < before;
	const next = (channel: ChannelRef, now: Date, staleBefore: Date) => {
		const lane = of(channel);
		const stale = lane.find((one) => isStale(one, staleBefore));
		if (stale) return stale;
		if (lane.some(({ state }) => state === "sending")) return undefined;
		const isReady = (one: Delivery) =>
			isDue(one, now) &&
			!lane.some((other) => other.id === one.replyTo && waitsFor(other, now));
		const first = lane.find((one) => isTried(one) || isReady(one));
		return first && isReady(first) ? first : undefined;
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
			set(id, { state: wasSent ? "sent" : "queued", notBefore, reason });
		},
		async markUnknown(id, notBefore, reason) {
			const attempts = (table.get(id)?.attempts ?? 0) + 1;
			set(id, { state: "unknown", notBefore, reason, attempts });
		},
		markDead: async (id, reason) => set(id, { state: "dead", reason }),
		hold: async (id, reason) => set(id, { state: "held", reason }),
		async due(now, staleBefore, limit) {
			const channels = new Map(
				all().map(({ channel }) => [channelKey(channel), channel]),
			);
			return [...channels.values()]
				.filter((channel) => next(channel, now, staleBefore))
				.slice(0, limit);
		},
		async nextDue(channel) {
			const times = of(channel)
				.filter((one) => isFresh(one) || isOutOfDate(one))
				.map(({ notBefore }) => notBefore.getTime());
			return times.length > 0 ? new Date(Math.min(...times)) : null;
		},
		sentSince: async (channel, since) =>
			of(channel).filter(
				(one) => one.kind === "story" && one.sentAt && one.sentAt >= since,
			).length,
		async held() {
			const waiting = all().filter(({ state }) => state === "held");
			const lanes = Map.groupBy(waiting, ({ channel }) => channelKey(channel));
			return [...lanes.values()].flatMap((deliveries) =>
				deliveries[0] ? [{ channel: deliveries[0].channel, deliveries }] : [],
			);
		},
		async catchUp(catchUp, told) {
			if (table.has(catchUp.id)) return;
			table.set(catchUp.id, catchUp);
			for (const id of told) set(id, { state: "caught-up" });
		},
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

/** It has not been said yet. */
function isFresh({ state }: Delivery): boolean {
	return state === "queued" || state === "unknown";
}

/** It waits to be tried again, and holds up all that was written after it. */
function isTried({ state, attempts, reason }: Delivery): boolean {
	const wasPutBack = state === "queued" && (attempts > 0 || reason !== null);
	return state === "unknown" || wasPutBack;
}

/** A reply goes out after its post. */
function waitsFor(post: Delivery, now: Date): boolean {
	return isFresh(post) && !isDue(post, now);
}

function isOutOfDate({ state, edition, sentEdition }: Delivery): boolean {
	return state === "sent" && sentEdition < edition;
}

function isDue(one: Delivery, now: Date): boolean {
	return (isFresh(one) || isOutOfDate(one)) && one.notBefore <= now;
}
