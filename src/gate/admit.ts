import type { FastifyRequest } from "fastify";
import type { Guest } from "../chat/door.ts";
import type { GateSettings } from "./gate-settings.ts";
import { proxiedName } from "./proxied-name.ts";
import { isSameSecret } from "./same-secret.ts";
import { isLocal } from "./same-site.ts";
import { sessionIn } from "./session-cookie.ts";
import type { Sessions } from "./sessions.ts";

/** What is looked at of a request. */
export type Coming = Pick<
	FastifyRequest,
	"headers" | "socket" | "routeOptions"
>;

/** Who comes in, and what let them in; or a wrong token, or nothing to show. */
export type Admission =
	| { readonly guest: Guest; readonly session: string | null }
	| "wrong-token"
	| "nobody";

const operator: Guest = { name: null, mayManage: true, isOperator: true };
const reader: Guest = { name: null, mayManage: false, isOperator: false };

/**
 * Makes the function that tells who someone is: by a bearer token (RFC 6750),
 * a session, the proxy's word, or, where no token and no proxy is set, by
 * sitting at this machine.
 */
export function admitting(
	settings: GateSettings,
	sessions: Sessions | null,
): (request: Coming) => Promise<Admission> {
	const { adminToken, metricsToken, housePass, proxy } = settings;
	const nameOf = proxy === null ? () => null : proxiedName(proxy);
	return async (request) => {
		const token = bearerToken(request);
		if (token !== null) {
			if (isSameSecret(token, adminToken) || isSameSecret(token, housePass))
				return { guest: operator, session: null };
			const isForFigures = request.routeOptions.config.door === "figures";
			if (isForFigures && isSameSecret(token, metricsToken))
				return { guest: reader, session: null };
		}
		const session = sessionIn(request);
		if (session !== null && (await sessions?.isOpen(session)))
			return { guest: operator, session };
		const name = nameOf(request);
		if (name !== null)
			return { guest: named(name, settings.managers), session: null };
		const isGuarded = adminToken !== null || proxy !== null;
		if (!isGuarded && isLocal(request))
			return { guest: operator, session: null };
		return token !== null && isGuarded ? "wrong-token" : "nobody";
	};
}

function named(name: string, managers: GateSettings["managers"]): Guest {
	// Someone may be called local.
	const isNamed = name !== "local" && managers.includes(name);
	const mayManage = managers.includes("anyone") || isNamed;
	return { name, mayManage, isOperator: false };
}

function bearerToken({ headers }: Coming): string | null {
	return /^Bearer +(\S+) *$/i.exec(headers.authorization ?? "")?.[1] ?? null;
}
