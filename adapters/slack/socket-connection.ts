import { setTimeout as wait } from "node:timers/promises";
import { type App, type Receiver, SocketModeReceiver } from "@slack/bolt";
import { ChatError } from "../../src/chat/chat-platform.ts";
import type { Log } from "../../src/log.ts";
import { atMost } from "./at-most.ts";
import { clientOptions, slackLogger } from "./slack-client.ts";
import { slackCode, slackError } from "./slack-error.ts";

const helloWithinMs = 15_000;
/** A connection that lived less than this counts as a failure to connect. */
const shortLifeMs = 10_000;
const shortestWaitMs = 500;
const longestWaitMs = 60_000;
/** How long the other side may take to say goodbye. */
const farewellMs = 500;

/**
 * Takes events over Slack's WebSocket, and connects again whenever it drops.
 * That is ours to do because in @slack/socket-mode 3.1 a reconnect that is
 * refused is a rejection that nobody can catch, which ends the process; and
 * its first try waits five seconds, in which commands fail.
 * `start` rejects when Slack does not know the token; when Slack cannot be
 * reached, it goes on trying.
 */
export function socketConnection(
	settings: { readonly appToken: string; readonly apiUrl: string | null },
	{ log }: { readonly log: Log },
): Receiver {
	const receiver = new SocketModeReceiver({
		appToken: settings.appToken,
		autoReconnectEnabled: false,
		logger: slackLogger(log),
		installerOptions: { clientOptions: clientOptions(settings, { log }) },
	});
	holdRejections(receiver, log);
	const line = lineOf(receiver);
	const stopping = new AbortController();
	let kept: Promise<void> | undefined;
	return {
		init: (app: App) => receiver.init(app),
		async start() {
			if (stopping.signal.aborted) return;
			const first = line.open();
			await first.catch((error) => refuseToken(error));
			kept = keepOpen(line, first, { log, stopping: stopping.signal });
		},
		async stop() {
			stopping.abort();
			line.close();
			await atMost(farewellMs, kept ?? Promise.resolve());
			line.close();
		},
	};
}

/**
 * The library reads what Slack sends in async listeners of its own, and what
 * those reject with, over an envelope without a payload say, nobody could
 * catch: it would end the process.
 */
function holdRejections({ client }: SocketModeReceiver, log: Log): void {
	for (const name of ["ws_message", "slack_event"]) {
		for (const listener of client.listeners(name)) {
			client.off(name, listener);
			client.on(name, async (...told: unknown[]) => {
				try {
					await listener.apply(client, told);
				} catch (error) {
					log.error("slack event not read", { error });
				}
			});
		}
	}
}

interface Line {
	/** Resolves when Slack has said hello. */
	open(): Promise<void>;
	/** Resolves when the line has dropped, at once if it has already. */
	dropped(): Promise<void>;
	/** Says goodbye; asked a second time, it hangs up without. */
	close(): void;
}

function lineOf({ client }: SocketModeReceiver): Line {
	let drop = () => {};
	let dropped = Promise.resolve();
	client.on("disconnected", () => drop());
	return {
		async open() {
			dropped = new Promise((resolve) => {
				drop = resolve;
			});
			const late = setTimeout(() => void client.disconnect(), helloWithinMs);
			try {
				await client.start();
			} catch (error) {
				const cause = error ?? new Error("the line dropped before the hello");
				throw slackError(cause, "connect to Slack");
			} finally {
				clearTimeout(late);
			}
		},
		dropped: () => dropped,
		close: () => void client.disconnect(),
	};
}

/** Never rejects; ends when told to stop. */
async function keepOpen(
	line: Line,
	first: Promise<void>,
	{ log, stopping }: { log: Log; stopping: AbortSignal },
): Promise<void> {
	let failures = 0;
	let opening = first;
	for (;;) {
		const { livedMs, askedMs } = await liveThrough(line, opening, log);
		failures = livedMs < shortLifeMs ? failures + 1 : 0;
		await pause(Math.max(askedMs, backoffMs(failures)), stopping);
		// One that opened while it was told to stop is still open.
		if (stopping.aborted) return line.close();
		opening = line.open();
	}
}

/** Waits until the line drops; gives how long it was up, and how long Slack asked us to wait before the next. */
async function liveThrough(
	line: Line,
	opening: Promise<void>,
	log: Log,
): Promise<{ livedMs: number; askedMs: number }> {
	try {
		await opening;
	} catch (error) {
		log.warn("slack not connected", { error });
		const askedMs = error instanceof ChatError ? error.retryAfterMs : 0;
		return { livedMs: 0, askedMs };
	}
	log.info("slack connected");
	const begun = performance.now();
	await line.dropped();
	return { livedMs: performance.now() - begun, askedMs: 0 };
}

/** None after a long life, so that hardly a command is lost. */
function backoffMs(failures: number): number {
	if (failures === 0) return 0;
	return Math.min(longestWaitMs, shortestWaitMs * 2 ** (failures - 1));
}

async function pause(ms: number, stopping: AbortSignal): Promise<void> {
	await wait(ms, undefined, { signal: stopping }).catch(() => {});
}

function refuseToken(error: unknown): void {
	const code = slackCode(error);
	if (slackError(error, "connect to Slack").kind !== "gone") return;
	throw new Error(
		`Slack refused SLACK_APP_TOKEN (${code}): it is the App-Level Token, xapp-…, with the scope connections:write`,
		{ cause: error },
	);
}
