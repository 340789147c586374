import { ticks } from "./tradewire-process.ts";

interface HeardCard {
	readonly id: string;
	readonly key: string;
	readonly revision: number;
	readonly card: { readonly title: string; readonly tone: string };
}

/** Where a house is, and what lets us in where that needs something. */
type House =
	| string
	| {
			readonly address: string;
			readonly headers: Readonly<Record<string, string>>;
	  };

const reached = (house: House) =>
	typeof house === "string" ? { address: house, headers: {} } : house;

/** Asks as a person in the web chat does, and gives the answering card. */
export async function ask(house: House, channel: string, text: string) {
	const { address, headers } = reached(house);
	const answer = await fetch(`${address}/api/chat`, {
		method: "POST",
		headers: { ...headers, "content-type": "application/json" },
		body: JSON.stringify({ channel, user: "tester", text }),
	});
	if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
	return (await answer.json()) as { title: string; tone: string };
}

export interface Listener {
	readonly heard: readonly HeardCard[];
	/** Settles when the stream has ended, whoever ended it. */
	readonly ended: Promise<void>;
	/** Hands over what was heard, and each card as it comes. */
	onCard(hear: (card: HeardCard) => void): void;
	/** Waits until that many cards were heard; gives what was heard when the time is up. */
	until(count: number, withinMs: number): Promise<readonly HeardCard[]>;
	close(): void;
}

/** Listens to a channel's server-sent events. */
export async function listen(
	house: House,
	channel: string,
	lastEventId?: string,
): Promise<Listener> {
	const { address, headers } = reached(house);
	const stopping = new AbortController();
	const answer = await fetch(`${address}/api/chat/stream?channel=${channel}`, {
		signal: stopping.signal,
		headers: {
			...headers,
			...(lastEventId && { "last-event-id": lastEventId }),
		},
	});
	const heard: HeardCard[] = [];
	let hear: (card: HeardCard) => void = () => {};
	const ended = collect(answer, (card) => {
		heard.push(card);
		hear(card);
	});
	return {
		heard,
		ended,
		onCard(listener) {
			heard.forEach(listener);
			hear = listener;
		},
		close: () => stopping.abort(),
		async until(count, withinMs) {
			for await (const _ of ticks(withinMs)) if (heard.length >= count) break;
			return heard;
		},
	};
}

async function collect(
	answer: Response,
	hear: (card: HeardCard) => void,
): Promise<void> {
	let rest = "";
	try {
		for await (const bytes of answer.body ?? []) {
			rest += new TextDecoder().decode(bytes);
			const events = rest.split("\n\n");
			rest = events.pop() ?? "";
			for (const event of events) cardsIn(event).forEach(hear);
		}
	} catch {
		// The stream ends when the listener closes it or the program dies.
	}
}

function cardsIn(event: string): HeardCard[] {
	const fields = Object.fromEntries(
		event.split("\n").map((line) => {
			const colon = line.indexOf(":");
			return [line.slice(0, colon), line.slice(colon + 1).trim()];
		}),
	);
	if (fields.event !== "card" || !fields.data) return [];
	return [{ id: fields.id ?? "", ...JSON.parse(fields.data) }];
}
