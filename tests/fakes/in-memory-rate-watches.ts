import { channelKey } from "../../src/chat/channel.ts";
import {
	type RateNotice,
	type RateState,
	type RateWatch,
	type RateWatches,
	toldId,
} from "../../src/deliveries/rate-watch.ts";
import type { RateQuestion } from "../../src/tariffs/rate-timeline.ts";
import type { DeliveryTable } from "./in-memory-ledger.ts";

interface Row {
	watch: RateWatch;
	toldId: string;
}

interface KeptNotice {
	readonly channel: string;
	readonly notice: RateNotice;
	readonly at: Date;
}

/** Twin of the store's RateWatches. */
export function inMemoryRateWatches(deliveries: DeliveryTable): RateWatches {
	const rows = new Map<string, Row>();
	const tolds = new Map<string, RateState>();
	const notices: KeptNotice[] = [];
	const inOrder = () =>
		[...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
	const keep = (told: RateState) => {
		tolds.set(toldId(told), structuredClone(told));
		return toldId(told);
	};
	return {
		of: async (channel) =>
			inOrder()
				.filter(
					({ watch }) => channelKey(watch.channel) === channelKey(channel),
				)
				.map(({ watch }) => watch),
		async watch(watch, told) {
			const key = keyOf(watch, channelKey(watch.channel));
			const known = rows.get(key);
			if (known) known.watch = { ...known.watch, mode: watch.mode };
			else rows.set(key, { watch, toldId: keep(told) });
		},
		unwatch: async (channel, question) =>
			rows.delete(keyOf(question, channelKey(channel))),
		async standing() {
			const all = inOrder().map(({ watch, toldId }) => {
				const { goods, importer, origin } = watch;
				return { question: { goods, importer, origin }, toldId };
			});
			const once = new Map(
				all.map((one) => [keyOf(one.question, one.toldId), one]),
			);
			return [...once]
				.sort(([a], [b]) => (a < b ? -1 : 1))
				.map(([, one]) => one);
		},
		told: async (id) => tolds.get(id) ?? null,
		watching: async ({ question, toldId }) =>
			inOrder()
				.filter((row) => row.toldId === toldId)
				.filter(({ watch }) => keyOf(watch, "") === keyOf(question, ""))
				.map(({ watch }) => watch),
		async tell({ standing, told, tellings, now }) {
			const most = Math.max(0, ...tellings.map((one) => one.deliveries.length));
			const won = tellings.filter(({ watch }) => {
				const row = inOrder().find((one) => one.watch.id === watch.id);
				if (row?.toldId !== standing.toldId) return false;
				row.toldId = keep(told);
				row.watch = { ...row.watch, revision: row.watch.revision + most };
				return true;
			});
			for (const telling of won) {
				for (const one of telling.deliveries) {
					if (!deliveries.has(one.id)) deliveries.set(one.id, one);
				}
				const channel = channelKey(telling.watch.channel);
				for (const notice of telling.notices)
					notices.push({ channel, notice, at: now });
			}
			const oldest = now.getTime() - 30 * 24 * 60 * 60 * 1000;
			notices.splice(0, notices.findLastIndex(({ at }) => +at < oldest) + 1);
			const used = new Set(inOrder().map((row) => row.toldId));
			for (const id of tolds.keys()) if (!used.has(id)) tolds.delete(id);
			return won.map(({ watch }) => watch.id);
		},
		notices: async (channel, from, to) =>
			notices
				.filter((one) => one.channel === channelKey(channel))
				.filter(({ at }) => at >= from && at < to)
				.map(({ notice }) => notice),
	};
}

/** Sorts as the table does: by channel (or what was told), then by the question. */
function keyOf({ goods, importer, origin }: RateQuestion, first: string) {
	return [first, goods, importer, origin].join("\n");
}
