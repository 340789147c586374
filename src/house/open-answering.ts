import { z } from "zod";
import type { Card } from "../chat/card.ts";
import type { Answer } from "../chat/command.ts";
import { type Config, configFromProcess, secretsIn } from "../config.ts";
import { makeLog } from "../log.ts";
import { StoreError } from "../store/store-error.ts";
import { openHouse } from "./open-house.ts";
import { openStoreHere } from "./open-store-here.ts";
import { passHeaders, runningAddress } from "./running-address.ts";

/** What answers a command line, opened for one terminal command. */
export interface Answering {
	readonly answer: Answer;
	close(): Promise<void>;
}

/**
 * Opens the house for one question. When a running Tradewire holds the data
 * directory, that one is asked, through its web chat's own door.
 */
export async function openAnswering(): Promise<Answering> {
	const config = configFromProcess();
	try {
		return await openHere(config);
	} catch (error) {
		const isHeld = error instanceof StoreError && error.kind === "in-use";
		if (!isHeld) throw error;
		const running = {
			address: await runningAddress(config),
			headers: await passHeaders(config),
		};
		return { answer: askRunning(running, error), close: async () => {} };
	}
}

async function openHere(config: Config): Promise<Answering> {
	const log = makeLog("error", undefined, {
		secrets: secretsIn(config),
	});
	const store = await openStoreHere(config, log);
	// What a command makes due is enqueued by the next sweep of a process with a queue.
	const later = async () => {};
	const house = await openHouse({
		...{ config, store, log },
		enqueueChannels: later,
		enqueuePolls: later,
	});
	return { answer: house.answer, close: () => store.close() };
}

const answered = z.object({ title: z.string(), blocks: z.array(z.unknown()) });

interface Running {
	readonly address: string;
	readonly headers: Record<string, string>;
}

function askRunning({ address, headers }: Running, inUse: StoreError): Answer {
	return async ({ channel, asker, line }) => {
		const body = { channel: channel.id, user: asker.name, text: line };
		const response = await fetch(`${address}/api/chat`, {
			method: "POST",
			headers: { ...headers, "content-type": "application/json" },
			body: JSON.stringify(body),
		}).catch(() => null);
		const card: unknown = await response?.json().catch(() => null);
		if (!response?.ok || !answered.safeParse(card).success) throw inUse;
		// Our own program's answer, seen to be a card above.
		return { card: card as Card, audience: "asker" };
	};
}
