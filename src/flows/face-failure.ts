import { channelKey } from "../chat/channel.ts";
import { ChatError } from "../chat/chat-platform.ts";
import {
	backoffMs,
	isSpent,
	later,
	rest,
	suspendedEditMs,
} from "./rest-delivery.ts";
import type { Sending } from "./sending.ts";
import { tellKeeper } from "./tell-keeper.ts";

/** What the platform was asked to do. */
export type Verb = "find" | "post" | "edit";

const editAgainMs = 60_000;
const shortestBusyMs = 1_000;

/** Does what the platform's failure asks for: see ChatErrorKind. */
export async function faceFailure(
	sending: Sending,
	verb: Verb,
	error: unknown,
): Promise<void> {
	const failure = readFailure(error);
	logFailure(sending, verb, { failure, error });
	switch (failure.kind) {
		case "busy": {
			const ms = Math.max(failure.retryAfterMs, shortestBusyMs);
			return rest(sending, ms, failure.message);
		}
		case "unreachable":
			return faceDoubt(sending, verb, { failure, error });
		case "gone":
			return suspend(sending, verb, failure.message);
		case "refused": {
			const { id } = sending.claim.delivery;
			return sending.tools.ledger.markDead(id, failure.message);
		}
	}
}

/** An adapter may throw nothing else; if it does, the post may have happened. */
function readFailure(error: unknown): ChatError {
	if (error instanceof ChatError) return error;
	const message = error instanceof Error ? error.message : String(error);
	return new ChatError("unreachable", message, { cause: error });
}

interface Failed {
	readonly failure: ChatError;
	readonly error: unknown;
}

async function faceDoubt(
	sending: Sending,
	verb: Verb,
	{ failure, error }: Failed,
): Promise<void> {
	const { claim, tools, now } = sending;
	const { id, attempts } = claim.delivery;
	// An edit may be made twice without harm, and keeps nobody waiting.
	if (verb === "edit") return rest(sending, editAgainMs, failure.message);
	// An outage is waited out, however long; a fault of ours would block the lane.
	const isOurFault = !(error instanceof ChatError);
	if (isOurFault && isSpent(attempts)) {
		return tools.ledger.markDead(id, failure.message);
	}
	const notBefore = later(now, backoffMs(attempts));
	await tools.ledger.markUnknown(id, notBefore, failure.message);
}

/** The channel's subscriptions stay; what it should hear is held until it is back. */
async function suspend(
	sending: Sending,
	verb: Verb,
	reason: string,
): Promise<void> {
	const { claim, tools, now } = sending;
	const { id, channel } = claim.delivery;
	if (!sending.settings.suspended) await tellKeeper(sending, reason);
	const suspended = { reason, since: now };
	await tools.channels.change(channel, { suspended });
	if (verb === "edit") return rest(sending, suspendedEditMs, reason);
	await tools.ledger.hold(id, reason);
}

function logFailure(
	{ claim, tools }: Sending,
	verb: Verb,
	{ failure, error }: Failed,
): void {
	const { id, channel } = claim.delivery;
	const isOurs = failure.kind === "refused" || !(error instanceof ChatError);
	const fields = { deliveryId: id, channel: channelKey(channel), verb };
	const level = isOurs ? "error" : "warn";
	tools.log[level](`delivery ${failure.kind}`, { ...fields, error: failure });
}
