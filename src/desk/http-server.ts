import fastify, { type FastifyInstance } from "fastify";
import type { Log } from "../log.ts";

export interface HttpServer {
	/** Routes are added to it before `open`. */
	readonly http: FastifyInstance;
	/** Starts to listen; gives the address, with the port that port 0 became. Throws with what to do when the port is taken or not ours. */
	open(): Promise<string>;
	/** Ends open streams too. */
	close(): Promise<void>;
}

/**
 * Nothing but our own files runs, loads or frames a page of ours; pictures
 * may also stand in a `data:` address, where no script runs.
 */
const safety = {
	"content-security-policy": [
		"default-src 'none'",
		"script-src 'self'",
		"style-src 'self'",
		"connect-src 'self'",
		"img-src 'self' data:",
		"require-trusted-types-for 'script'",
		"trusted-types 'none'",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors 'none'",
	].join("; "),
	"x-content-type-options": "nosniff",
	"x-frame-options": "DENY",
	"referrer-policy": "no-referrer",
	"cross-origin-opener-policy": "same-origin",
	"cross-origin-resource-policy": "same-origin",
} as const;

/** A client may be slow, and may say much, within these; routes that take more say so. */
const bounds = {
	/** A body; Slack's, forms and questions are far smaller. */
	bodyLimit: 64 * 1024,
	routerOptions: { maxParamLength: 500 },
} as const;
/** All headers together. */
const longestHead = 16 * 1024;
/** More than streams there may be. */
const mostConnections = 2_000;
/** How long a client may take to send a head, and a whole request, in ms; looked at now and then. */
const usualPatience = { head: 10_000, request: 30_000, look: 5_000 };

/** Makes the house's one HTTP server. Every answer carries the headers that keep its pages to themselves. */
export function makeHttpServer(where: {
	readonly host: string;
	/** 0 takes a free one. */
	readonly port: number;
	readonly log: Log;
	/** Whose `X-Forwarded-…` headers are believed: addresses and CIDR ranges. */
	readonly proxies?: readonly string[];
	readonly patience?: typeof usualPatience;
}): HttpServer {
	const { host, port, log, proxies = [], patience = usualPatience } = where;
	const http = fastify({
		...bounds,
		requestTimeout: patience.request,
		http: {
			maxHeaderSize: longestHead,
			headersTimeout: patience.head,
			connectionsCheckingInterval: patience.look,
		},
		forceCloseConnections: true,
		trustProxy: proxies.length > 0 && [...proxies],
	});
	http.server.maxConnections = mostConnections;
	http.addHook("onRequest", async (_request, { raw }) => {
		// On the response itself: what answers past fastify carries them too.
		for (const [name, value] of Object.entries(safety))
			raw.setHeader(name, value);
	});
	// What is told changes from one moment to the next, unless a route knows better.
	http.addHook("onSend", async (_request, reply) => {
		if (!reply.hasHeader("cache-control"))
			reply.header("cache-control", "no-store");
	});
	http.setErrorHandler<Error & { statusCode?: number }>(
		(error, request, reply) => {
			const status = error.statusCode ?? 500;
			const path = request.routeOptions.url;
			if (status >= 500) log.error("web request failed", { path, error });
			const words = status >= 500 ? "internal error" : error.message;
			return reply.code(status).send({ error: words });
		},
	);
	return {
		http,
		async open() {
			try {
				return await http.listen({ host, port });
			} catch (error) {
				throw new Error(listenTrouble(error, host, port), { cause: error });
			}
		},
		close: () => http.close(),
	};
}

function listenTrouble(error: unknown, host: string, port: number): string {
	const code = error instanceof Error && "code" in error ? error.code : null;
	switch (code) {
		case "EADDRINUSE":
			return `port ${port} on ${host} is taken by another program: stop that program, or set PORT to a free port`;
		case "EACCES":
			return `port ${port} on ${host} may not be used without more rights: set PORT to 1024 or higher`;
		case "EADDRNOTAVAIL":
		case "ENOTFOUND":
			return `${host} is no address of this machine: set HOST to 127.0.0.1, or to 0.0.0.0 for all of them`;
		default:
			return `cannot listen on ${host}, port ${port}`;
	}
}
