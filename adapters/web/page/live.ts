import type { CardEvent } from "../wire.ts";
import { heardChannels } from "./server.ts";

export type LiveState = "connecting" | "live" | "offline";

export interface LiveWish {
	readonly channel: string;
	/** Told is everything after this place in the stream. */
	readonly after: number;
	readonly told: (event: CardEvent, seq: number) => void;
	/** Another channel heard something. */
	readonly heard: (channel: string) => void;
	readonly changed: (state: LiveState) => void;
}

const longestWaitMs = 30_000;

/**
 * Follows a channel until closed. A browser's EventSource comes back by itself
 * after a broken connection, yet gives up for good when a server that is
 * starting answers with an error; then a new one goes on from the last card.
 */
export function followChannel(wish: LiveWish): { close(): void } {
	const { channel, told, heard, changed } = wish;
	let { after } = wish;
	let waitMs = 500;
	let timer = 0;
	let source: EventSource;

	const open = () => {
		changed("connecting");
		const query = new URLSearchParams({
			channel,
			after: `${after}`,
			others: "1",
		});
		source = new EventSource(`/api/chat/stream?${query}`);
		source.addEventListener("open", () => {
			waitMs = 500;
			changed("live");
		});
		source.addEventListener("card", (event) => {
			after = Number(event.lastEventId);
			told(JSON.parse(event.data), after);
		});
		source.addEventListener("heard", (event) => heard(JSON.parse(event.data)));
		source.addEventListener("error", () => {
			changed("offline");
			if (source.readyState !== EventSource.CLOSED) return;
			// It does not tell why it was refused; a question that is does.
			heardChannels().catch(() => {});
			timer = setTimeout(open, waitMs);
			waitMs = Math.min(waitMs * 2, longestWaitMs);
		});
	};
	open();
	return {
		close() {
			clearTimeout(timer);
			source.close();
		},
	};
}
