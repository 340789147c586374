import type { ServerResponse } from "node:http";
import { join } from "node:path";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Vault } from "../chat/vault.ts";
import { serveStyle } from "../desk/serve-style.ts";
import type { Log } from "../log.ts";
import type { Say } from "../phrases/say.ts";
import { type Admission, admitting } from "./admit.ts";
import { type Attempts, makeAttempts } from "./attempts.ts";
import type { GateSettings } from "./gate-settings.ts";
import { loginRoutes } from "./login-routes.ts";
import { isSameSite } from "./same-site.ts";
import { openSessions } from "./sessions.ts";
import { askForToken, turnAway } from "./turn-away.ts";
import { watchSessions } from "./watch-sessions.ts";

export interface GateTools {
	readonly settings: GateSettings;
	readonly vault: Vault;
	readonly say: Say;
	readonly log: Log;
	/** In ms. */
	readonly now: () => number;
}

export interface Gate {
	close(): void;
}

const style = join(import.meta.dirname, "gate.css");

/** What the gate works with, beside who comes. */
interface Keeper extends GateTools {
	readonly attempts: Attempts;
	readonly admit: (request: FastifyRequest) => Promise<Admission>;
	readonly letIn: (
		request: FastifyRequest,
		by: Exclude<Admission, string>,
		response: ServerResponse,
	) => void;
}

/**
 * Stands before every route of the server: none is reached by a stranger that
 * does not say `door: "open"` for itself, and none that acts by another
 * site's page. Whom it let in stands in `request.guest`.
 */
export function openGate(http: FastifyInstance, tools: GateTools): Gate {
	const { settings } = tools;
	const { adminToken } = settings;
	const sessions =
		adminToken === null ? null : openSessions({ ...tools, adminToken });
	const watch = watchSessions(sessions);
	http.decorateRequest("guest", null);
	const attempts = makeAttempts(tools);
	const admit = admitting(settings, sessions);
	const letIn: Keeper["letIn"] = (request, { guest, session }, response) => {
		request.guest = guest;
		if (session !== null) watch.follow(session, response);
	};
	const keeper = { ...tools, attempts, admit, letIn };
	serveStyle(http, "/login/gate.css", {
		config: { door: "open" },
		file: style,
	});
	http.addHook("onRequest", (request, reply) => pass(request, reply, keeper));
	if (sessions !== null && adminToken !== null) {
		const ended = (id: string | null) => watch.cut(id);
		loginRoutes(http, { ...keeper, sessions, adminToken, ended });
	}
	return { close: () => watch.close() };
}

async function pass(
	request: FastifyRequest,
	reply: FastifyReply,
	keeper: Keeper,
) {
	const { door } = request.routeOptions.config;
	if (door === "open") return;
	const { settings, attempts } = keeper;
	const coming = { request, reply, say: keeper.say };
	if (isDoing(request) && !isSameSite(request, settings.publicUrl))
		return turnAway(coming, "gate.foreignPage");
	const showsToken = request.headers.authorization !== undefined;
	if (showsToken && !attempts.mayTry(request)) return attempts.refuse(reply);
	const admission = await keeper.admit(request);
	if (admission === "wrong-token") attempts.failed(request);
	if (typeof admission === "string") {
		if (settings.adminToken !== null) return askForToken(coming);
		const isProxied = settings.proxy !== null;
		return turnAway(coming, isProxied ? "gate.notByProxy" : "gate.notLocal");
	}
	const { guest } = admission;
	const isFit =
		door === undefined ||
		guest.mayManage ||
		(door === "figures" && guest.name === null);
	if (!isFit) return turnAway(coming, "gate.notManager");
	keeper.letIn(request, admission, reply.raw);
}

/** What acts, or is read by a page's script. */
function isDoing({ method, url }: FastifyRequest): boolean {
	return (method !== "GET" && method !== "HEAD") || url.startsWith("/api/");
}
