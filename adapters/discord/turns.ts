import { setTimeout as sleep } from "node:timers/promises";
import { ChatError } from "../../src/chat/chat-platform.ts";
import type { Pace } from "../../src/chat/pace.ts";

/** When a request may be sent, among all that the bot sends from every process. */
export interface Turns {
	/**
	 * Waits for this request's turn. Throws ChatError `busy` when that would
	 * hold its caller for long, and what `signal` was aborted with.
	 */
	next(signal?: AbortSignal): Promise<void>;
	/** Nobody has a turn for so long: Discord said so. */
	rest(ms: number): Promise<void>;
}

const lane = "discord";
/** Discord takes 50 requests a second from a bot; two are kept for roads of unlike length. */
const everyMs = 1000 / 48;
/** This process sends no more in any second, however late its timers are. */
const mostInASecond = 49;
/** Beyond this nothing is booked, and what another process made longer is not waited for. */
const patienceMs = 2_000;
const longestWaitMs = 3_000;
/** A turn missed by more is left, and another is booked. */
const mostLateMs = 500;
/** Requests so far apart share no second. */
const farApartMs = 1_000;
/** How much closer than booked late requests may follow one another, so that they are on time again. */
const catchUp = 0.98;
/** Timers are late by some milliseconds each; only more is a delay that the next turns must keep their distance to. */
const stallMs = 30;
const paceBrokenMs = 1_000;

/**
 * Turns are booked with the pace that all processes share. A process that was
 * held up would send its turns bunched, on top of what the others send; it
 * keeps nearly the booked distances instead, and leaves turns long missed.
 */
export function makeTurns(
	pace: Pace,
	now: () => number = () => performance.now(),
): Turns {
	/** The turn that this process kept last. */
	let last = { booked: -farApartMs, kept: -farApartMs };
	/** When the newest requests were sent, oldest first. */
	const newest: number[] = [];
	/** From then on there are turns, as far as this process knows. */
	let freeAt = 0;
	let restUntil = 0;
	let queue: Promise<unknown> = Promise.resolve();

	async function book(): Promise<number> {
		const knownWaitMs = freeAt - now();
		if (knownWaitMs > patienceMs) throw busy(knownWaitMs);
		freeAt = Math.max(freeAt, now()) + everyMs;
		const waitMs = await pace.book(lane, everyMs).catch((cause) => {
			throw busy(paceBrokenMs, cause);
		});
		const turn = now() + waitMs;
		freeAt = Math.max(freeAt, turn + everyMs);
		if (waitMs > longestWaitMs) throw busy(waitMs);
		return turn;
	}

	/** Whether the turn was kept. */
	async function keep(booked: number, signal?: AbortSignal): Promise<boolean> {
		const distance = Math.max(everyMs, booked - last.booked);
		const spacing = Math.min(farApartMs, distance * catchUp);
		const [eldest = -farApartMs] = newest;
		const isFull = newest.length === mostInASecond;
		const roomAt = isFull ? eldest + farApartMs : booked;
		const sendAt = Math.max(booked, last.kept + spacing, roomAt);
		const options = signal ? { signal } : {};
		const waitMs = sendAt - now();
		if (waitMs > 0) await sleep(waitMs, null, options);
		const sent = now();
		if (sent < restUntil || sent - booked > mostLateMs) return false;
		newest.push(sent);
		if (newest.length > mostInASecond) newest.shift();
		last = { booked, kept: sent - sendAt > stallMs ? sent : sendAt };
		return true;
	}

	return {
		async next(signal) {
			let isKept = false;
			while (!isKept) {
				const booked = await book();
				const keeping = queue.then(() => keep(booked, signal));
				queue = keeping.catch(() => {});
				isKept = await keeping;
			}
		},
		async rest(ms) {
			restUntil = Math.max(restUntil, now() + ms);
			freeAt = Math.max(freeAt, restUntil);
			await pace.rest(lane, ms);
		},
	};
}

function busy(retryAfterMs: number, cause?: unknown): ChatError {
	const message = "the bot's requests to Discord have reached their limit";
	return new ChatError("busy", message, { retryAfterMs, cause });
}
