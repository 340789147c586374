import { isIPv6 } from "node:net";
import type { FastifyReply, FastifyRequest } from "fastify";
import { makeLimit } from "../chat/limit.ts";
import type { GateTools } from "./gate.ts";

/** How often an address may show a wrong token: ten at once, then two a minute. */
const allowance = { burst: 10, perSecond: 1 / 30 };

/** Counts wrong tokens by the address that they came from. */
export interface Attempts {
	/** False for an address that has guessed too often. */
	mayTry(request: FastifyRequest): boolean;
	failed(request: FastifyRequest): void;
	refuse(reply: FastifyReply): FastifyReply;
}

export function makeAttempts({
	now,
	say,
	log,
}: Pick<GateTools, "now" | "say" | "log">): Attempts {
	const isWithin = makeLimit(allowance, now);
	return {
		mayTry: ({ ip }) => isWithin(origin(ip), "look"),
		failed({ ip }) {
			isWithin(origin(ip));
			log.warn("wrong admin token refused", { from: ip });
		},
		refuse(reply) {
			reply.code(429).header("retry-after", "30");
			return reply.send({ error: say("gate.tooMany") });
		},
	};
}

/** One subscriber has a whole /64 of IPv6 addresses. */
function origin(ip: string): string {
	if (!isIPv6(ip) || ip.startsWith("::ffff:")) return ip;
	const [head = "", tail = ""] = ip.split("::");
	const first = head.split(":");
	const last = tail === "" ? [] : tail.split(":");
	const zeros = Array(Math.max(0, 8 - first.length - last.length)).fill("0");
	return [...first, ...zeros, ...last].slice(0, 4).join(":");
}
