import type { FastifyRequest } from "fastify";
import { sessionMs } from "./sessions.ts";

/** On https a browser takes this name only for a cookie that is secure and of this very host. */
const secureName = "__Host-tradewire";
const plainName = "tradewire";

/** The session that a browser shows, if any. */
export function sessionIn({
	headers,
}: Pick<FastifyRequest, "headers">): string | null {
	const pairs = (headers.cookie ?? "").split(/;\s*/).map((pair) => {
		const sign = pair.indexOf("=");
		return [pair.slice(0, sign), pair.slice(sign + 1)] as const;
	});
	const named = (wanted: string) =>
		pairs.find(([name]) => name === wanted)?.[1];
	return named(secureName) ?? named(plainName) ?? null;
}

/** The cookie that keeps a session: out of reach of scripts and of other sites' pages. */
export function sessionCookie(id: string, isHttps: boolean): string {
	return cookie(id, { isHttps, seconds: sessionMs / 1000 });
}

/** Takes a session's cookies away again. */
export const noSessionCookies: readonly string[] = [
	cookie("", { isHttps: false, seconds: 0 }),
	cookie("", { isHttps: true, seconds: 0 }),
];

function cookie(
	value: string,
	{ isHttps, seconds }: { isHttps: boolean; seconds: number },
): string {
	const name = isHttps ? secureName : plainName;
	const secure = isHttps ? "; Secure" : "";
	return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`;
}
