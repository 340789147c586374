import type { Socket } from "node:net";
import type { buildConnector } from "undici";
import { FeedError } from "./feed-error.ts";

/** How often it is looked how much has come. */
const lookMs = 100;

/**
 * Ends connections over which more has come than any answer with a body of
 * `maxBytes` takes: headers, hints and the like may have no end either.
 */
export function cappedConnector(
	connect: buildConnector.connector,
	maxBytes = 10 * 1024 ** 2,
): buildConnector.connector {
	const most = maxBytes * 2 + 64 * 1024;
	return (target, done) =>
		connect(target, (...met) => {
			const [, socket] = met;
			if (socket) endBeyond(socket, most);
			done(...met);
		});
}

function endBeyond(socket: Socket, most: number): void {
	const looking = setInterval(() => {
		if (socket.bytesRead > most)
			socket.destroy(new FeedError("its answer has no end"));
	}, lookMs).unref();
	socket.once("close", () => clearInterval(looking));
}
