import { channelKey } from "../../src/chat/channel.ts";
import type { DigestMemory } from "../../src/deliveries/archive.ts";
import type { DeliveryTable } from "./in-memory-ledger.ts";

/** Twin of the store's DigestMemory. */
export function inMemoryDigests(deliveries: DeliveryTable): DigestMemory {
	const made = new Map<string, Map<string, Date>>();
	return {
		async last(channel) {
			const dates = [...(made.get(channelKey(channel)) ?? [])].sort();
			const newest = dates.at(-1);
			return newest ? { date: newest[0], at: newest[1] } : null;
		},
		async make(channel, date, at, delivery) {
			const dates = made.get(channelKey(channel)) ?? new Map<string, Date>();
			if (dates.has(date)) return false;
			made.set(channelKey(channel), dates.set(date, at));
			if (delivery) deliveries.set(delivery.id, delivery);
			return true;
		},
	};
}
