import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Log } from "../log.ts";
import type { Say } from "../phrases/say.ts";
import type { Admission, Coming } from "./admit.ts";
import type { Attempts } from "./attempts.ts";
import type { GateSettings } from "./gate-settings.ts";
import { againPage, loginPage, sessionPage } from "./login-page.ts";
import { isSameSecret } from "./same-secret.ts";
import { isSameSite } from "./same-site.ts";
import {
	noSessionCookies,
	sessionCookie,
	sessionIn,
} from "./session-cookie.ts";
import type { Sessions } from "./sessions.ts";

interface LoginTools {
	readonly sessions: Sessions;
	readonly adminToken: string;
	readonly settings: Pick<GateSettings, "publicUrl">;
	readonly attempts: Attempts;
	readonly admit: (request: Coming) => Promise<Admission>;
	readonly log: Log;
	/** A session is over; null: all are. */
	readonly ended: (id: string | null) => void;
	readonly say: Say;
}

const longestForm = 4_000;
const config = { door: "open" } as const;

/** Adds /login, where the admin token becomes a session, and /logout, where one session or all of them end. */
export function loginRoutes(http: FastifyInstance, tools: LoginTools): void {
	http.register(async (scope) => {
		scope.addContentTypeParser(
			"application/x-www-form-urlencoded",
			{ parseAs: "string", bodyLimit: longestForm },
			async (_request: unknown, body: string | Buffer) =>
				new URLSearchParams(String(body)),
		);
		scope.addHook("onRequest", async (request, reply) => {
			const isForm = request.method === "POST";
			if (!isForm || isSameSite(request, tools.settings.publicUrl)) return;
			const error = tools.say("gate.foreignPage");
			return reply.code(403).send({ error });
		});
		scope.get<LoginWish>("/login", { config }, (request, reply) =>
			showLogin(request, reply, tools),
		);
		scope.post("/login", { config }, (request, reply) =>
			logIn(request, reply, tools),
		);
		scope.post("/logout", { config }, (request, reply) =>
			logOut(request, reply, tools),
		);
	});
}

interface LoginWish {
	readonly Querystring: { readonly to?: unknown };
}

async function showLogin(
	request: FastifyRequest<LoginWish>,
	reply: FastifyReply,
	{ admit, say }: LoginTools,
) {
	reply.type("text/html; charset=utf-8");
	const { to } = request.query;
	// A browser that comes by another site's link leaves its cookie behind.
	if (request.headers["sec-fetch-site"] === "cross-site")
		return reply.send(againPage(say, wayTo(to)));
	const isIn = typeof (await admit(request)) === "object";
	if (isIn && to !== undefined) return reply.redirect(wayTo(to), 303);
	return reply.send(
		isIn ? sessionPage(say) : loginPage(say, { to: wayTo(to) }),
	);
}

async function logIn(
	request: FastifyRequest,
	reply: FastifyReply,
	{ attempts, adminToken, sessions, say, log }: LoginTools,
) {
	const form = formOf(request);
	const to = wayTo(form.get("to"));
	const again = (status: number, fault: "gate.wrongToken" | "gate.tooMany") =>
		reply
			.code(status)
			.type("text/html; charset=utf-8")
			.send(loginPage(say, { to, fault: say(fault) }));
	if (!attempts.mayTry(request)) {
		reply.header("retry-after", "30");
		return again(429, "gate.tooMany");
	}
	if (!isSameSecret(form.get("token")?.trim() ?? "", adminToken)) {
		attempts.failed(request);
		return again(401, "gate.wrongToken");
	}
	const isHttps =
		request.protocol === "https" ||
		/^https:/.test(request.headers.origin ?? "");
	reply.header("set-cookie", sessionCookie(await sessions.begin(), isHttps));
	log.info("logged in", { from: request.ip });
	return reply.redirect(to, 303);
}

async function logOut(
	request: FastifyRequest,
	reply: FastifyReply,
	{ sessions, ended, log }: LoginTools,
) {
	const session = sessionIn(request);
	if (session !== null && (await sessions.isOpen(session))) {
		const isAll = formOf(request).get("all") === "yes";
		await (isAll ? sessions.endAll() : sessions.end(session));
		ended(isAll ? null : session);
		log.info(isAll ? "all sessions ended" : "logged out", {
			from: request.ip,
		});
	}
	reply.header("set-cookie", noSessionCookies);
	return reply.redirect("/login", 303);
}

function formOf({ body }: FastifyRequest): URLSearchParams {
	return body instanceof URLSearchParams ? body : new URLSearchParams();
}

/** Only to pages of ours, so that nobody can lead a reader elsewhere from here. */
function wayTo(wanted: unknown): string {
	return wanted === "/desk" ? "/desk" : "/";
}
