import type { FastifyReply, FastifyRequest } from "fastify";
import type { Say } from "../phrases/say.ts";
import { refusalPage } from "./login-page.ts";

/** A request that is to be answered, in words. */
interface Coming {
	readonly request: FastifyRequest;
	readonly reply: FastifyReply;
	readonly say: Say;
}

type Why =
	| "gate.foreignPage"
	| "gate.notLocal"
	| "gate.notByProxy"
	| "gate.notManager";

/** Says why someone may not pass: to a reader on a page, to a program in JSON. */
export function turnAway({ request, reply, say }: Coming, why: Why) {
	reply.code(403);
	if (!isReader(request)) return reply.send({ error: say(why) });
	return reply
		.type("text/html; charset=utf-8")
		.send(refusalPage(say, say(why)));
}

/** Leads a reader to the login, and tells a program what to send. */
export function askForToken({ request, reply, say }: Coming) {
	if (isReader(request)) {
		const to = request.url.startsWith("/desk") ? "/desk" : "/";
		return reply.redirect(`/login?to=${to}`, 303);
	}
	reply.header("www-authenticate", 'Bearer realm="tradewire"');
	return reply.code(401).send({ error: say("gate.noToken") });
}

function isReader({ method, headers }: FastifyRequest): boolean {
	return method === "GET" && /\btext\/html\b/.test(headers.accept ?? "");
}
