import { type ChannelRef, channelKey } from "../../src/chat/channel.ts";
import type { DigestMemory } from "../../src/deliveries/archive.ts";
import type { DeliveryTable } from "./in-memory-ledger.ts";

/** Twin of the store's DigestMemory. */
export function inMemoryDigests(deliveries: DeliveryTable): DigestMemory {
	const made = new Map<string, Map<string, Date>>();
	const last = (channel: ChannelRef) => {
		const dates = [...(made.get(channelKey(channel)) ?? [])].sort();
		const newest = dates.at(-1);
		return newest ? { date: newest[0], at: newest[1] } : null;
	};
	return {
		last: async (channel) => last(channel),
		async make({ channel, date, at, follows, delivery }) {
			const before = last(channel)?.date ?? null;
			if (before !== follows || before === date) return false;
			const dates = made.get(channelKey(channel)) ?? new Map<string, Date>();
			made.set(channelKey(channel), dates.set(date, at));
			if (delivery) deliveries.set(delivery.id, delivery);
			return true;
		},
	};
}
