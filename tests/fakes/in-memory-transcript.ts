import type { Transcript, Utterance } from "../../src/chat/transcript.ts";

/** Twin of the store's Transcript; `now` dates what is said. */
export function inMemoryTranscript(
	now: () => Date = () => new Date(),
): Transcript {
	const said: Utterance[] = [];
	const listeners = new Set<(channel: string) => void>();
	const newest = (key: string) => said.findLast((one) => one.key === key);
	const say = (words: Omit<Utterance, "seq" | "at">): Utterance => {
		const utterance = { ...words, seq: said.length + 1, at: now() };
		said.push(utterance);
		for (const heard of listeners) heard(utterance.channel);
		return utterance;
	};
	const of = (channel: string) => said.filter((one) => one.channel === channel);
	return {
		post: async (entry) =>
			said.find(({ key }) => key === entry.key) ??
			say({ ...entry, revision: 1 }),
		async revise(key, card) {
			const last = newest(key);
			if (!last) throw new Error(`nothing was posted as ${key}`);
			return say({ ...last, card, revision: last.revision + 1 });
		},
		find: async (key) => newest(key) ?? null,
		after: async (channel, seq, limit) =>
			of(channel)
				.filter((one) => one.seq > seq)
				.slice(0, limit),
		latest: async (channel, limit) =>
			limit > 0 ? of(channel).slice(-limit) : [],
		channels: async () => [...new Set(said.map((one) => one.channel))].sort(),
		async listen(heard) {
			listeners.add(heard);
			return async () => void listeners.delete(heard);
		},
	};
}
