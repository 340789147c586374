import { setTimeout as wait } from "node:timers/promises";
import { listen } from "../fakes/chat-client.ts";
import type { Heard } from "./chat-worlds.ts";

/** Someone in a channel of the web chat who never leaves it. */
interface WebEar {
	/** Posts so far, edits left out. */
	heard(): readonly Heard[];
	close(): Promise<void>;
}

const againAfterMs = 100;

/** Listens from the channel's beginning; after each cut from where it was, by `Last-Event-ID`. */
export function webEar(address: () => string | null, channel: string): WebEar {
	const heard: Heard[] = [];
	const stopping = new AbortController();
	let last = "0";
	const hear = async () => {
		const at = address();
		if (at === null) return;
		const ear = await listen(at, channel, last);
		stopping.signal.addEventListener("abort", ear.close);
		ear.onCard(({ id, revision, card }) => {
			last = id;
			if (revision > 1) return;
			heard.push({ title: card.title, whole: JSON.stringify(card) });
		});
		await ear.ended;
		stopping.signal.removeEventListener("abort", ear.close);
	};
	const hearing = (async () => {
		while (!stopping.signal.aborted) {
			await hear().catch(() => undefined);
			await wait(againAfterMs);
		}
	})();
	return {
		heard: () => heard,
		async close() {
			stopping.abort();
			await hearing;
		},
	};
}
