import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { makeLimit } from "../chat/limit.ts";
import type { Push, PushOutcome } from "../flows/receive-push.ts";
import type { HubQuestion } from "../flows/verify-lease.ts";

/** What hubs may ask of the house, and bring to it. */
export interface HubDoor {
	/** Whether there is a lease of that token. */
	isKnown(token: string): Promise<boolean>;
	/** Whether we asked for that. */
	verify(question: HubQuestion): Promise<boolean>;
	receive(push: Push): Promise<PushOutcome>;
}

/** As much as a feed may have. */
const mostBytes = 10 * 1024 ** 2;
/** A hub waits about ten seconds before it takes us for dead. */
const patienceMs = 8_000;
/** Of one lease. */
const limit = { burst: 120, perSecond: 4 };

const statusOf: Readonly<Record<PushOutcome, number>> = {
	told: 204,
	polled: 202,
	unfinished: 503,
	forged: 403,
	replayed: 409,
	unknown: 404,
	gone: 410,
};

interface WithToken {
	readonly Params: { readonly token: string };
}
type ByToken = FastifyRequest<WithToken>;

/**
 * Adds `/websub/<token>`, where hubs verify that we asked them (GET) and push
 * what is new (POST). A push is answered when it is told, so that a hub sends
 * again what we could not keep. Nothing is read from who names no lease.
 */
export function webSubRoutes(http: FastifyInstance, door: HubDoor): void {
	const isWithin = makeLimit(limit);
	http.register(async (scope) => {
		scope.removeAllContentTypeParsers();
		scope.addContentTypeParser(
			"*",
			{ parseAs: "buffer", bodyLimit: mostBytes },
			async (_request: FastifyRequest, body: Buffer) => body,
		);
		const onRequest = async ({ params }: ByToken, reply: FastifyReply) => {
			if (!isWithin(params.token))
				return reply.code(429).header("retry-after", "30").send();
			if (!(await door.isKnown(params.token))) return reply.code(404).send();
		};
		// Known by its token, believed by its signature.
		const open = { onRequest, config: { door: "open" } } as const;
		const path = "/websub/:token";
		scope.get<WithToken>(
			path,
			{ ...open, exposeHeadRoute: false },
			(request, reply) => verify(request, reply, door),
		);
		scope.post<WithToken>(path, open, (request, reply) =>
			take(request, reply, door),
		);
	});
}

const question = z.object({
	"hub.mode": z.string(),
	"hub.topic": z.string(),
	"hub.challenge": z.string().max(4_000).optional(),
	"hub.lease_seconds": z.string().optional(),
	"hub.reason": z.string().optional(),
});

async function verify(
	{ params, query }: ByToken,
	reply: FastifyReply,
	door: HubDoor,
) {
	const asked = question.safeParse(query);
	if (!asked.success) return reply.code(400).send();
	const isOurs = await door.verify({
		token: params.token,
		mode: asked.data["hub.mode"],
		topic: asked.data["hub.topic"],
		leaseSeconds: secondsIn(asked.data["hub.lease_seconds"]),
		reason: asked.data["hub.reason"] ?? null,
	});
	if (!isOurs) return reply.code(404).send();
	const challenge = asked.data["hub.challenge"] ?? "";
	return reply.type("text/plain; charset=utf-8").send(challenge);
}

/** Null for none, and for the 0 with which old hubs say that a lease has no end. */
function secondsIn(text: string | undefined): number | null {
	const seconds = Number(text);
	return seconds > 0 ? seconds : null;
}

async function take(
	{ params, headers, body }: ByToken,
	reply: FastifyReply,
	door: HubDoor,
) {
	const signature = headers["x-hub-signature"];
	const receiving = door.receive({
		token: params.token,
		signature: typeof signature === "string" ? signature : null,
		contentType: headers["content-type"] ?? null,
		body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
	});
	const outcome = await unlessLate(receiving);
	if (outcome === "unfinished") reply.header("retry-after", "60");
	return reply.code(statusOf[outcome]).send();
}

/** What takes too long goes on; sent again it is known by its items. */
async function unlessLate(
	receiving: Promise<PushOutcome>,
): Promise<PushOutcome> {
	const { promise: late, resolve } = Promise.withResolvers<"unfinished">();
	const timer = setTimeout(() => resolve("unfinished"), patienceMs);
	try {
		return await Promise.race([receiving, late]);
	} finally {
		clearTimeout(timer);
		// What fails after that, the hub sends again or the next poll finds.
		receiving.catch(() => undefined);
	}
}
