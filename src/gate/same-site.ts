import type { FastifyRequest } from "fastify";

/**
 * Whether a request that acts was made by our own page, or by a program that
 * is no browser. Browsers name the page they act for in `Sec-Fetch-Site`, older
 * ones and those on plain http in `Origin`; another site's page must not speak
 * for the reader. A proxy may have renamed us, so an `Origin` may also be that
 * of `publicUrl`.
 */
export function isSameSite(
	request: FastifyRequest,
	publicUrl: string | null = null,
): boolean {
	const site = request.headers["sec-fetch-site"];
	if (site === "same-origin") return true;
	if (site !== undefined && site !== "none") return false;
	const { origin } = request.headers;
	if (origin === undefined) return true;
	if (publicUrl !== null && new URL(publicUrl).origin === origin) return true;
	return isOurs(origin, request.host);
}

const forwarding = ["forwarded", "x-forwarded-for", "x-real-ip"];
const localNames = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/**
 * Whether the asker sits at this machine. The host's name counts too: a
 * foreign name that resolves to loopback (DNS rebinding) is a stranger's page,
 * and so is whatever a proxy passes on.
 */
export function isLocal(
	request: Pick<FastifyRequest, "headers" | "socket">,
): boolean {
	const from = request.socket.remoteAddress ?? "";
	const fromHere = /^(::ffff:)?127\.|^::1$/.test(from);
	const direct = forwarding.every(
		(name) => request.headers[name] === undefined,
	);
	return fromHere && direct && localNames.test(request.headers.host ?? "");
}

/** `null`, the origin of a page in a sandbox, is nobody's. */
function isOurs(origin: string, host: string): boolean {
	if (!/^https?:\/\//.test(origin) || !URL.canParse(origin)) return false;
	const { protocol, host: named } = new URL(origin);
	// Both without the port that the scheme implies.
	const ours = `${protocol}//${host}`;
	return URL.canParse(ours) && new URL(ours).host === named;
}
