import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { deskPage } from "./desk-page.ts";
import type { DeskTools } from "./desk-tools.ts";
import { floodRoute } from "./flood-route.ts";
import { makeMetrics } from "./metrics.ts";
import { proposalRoute } from "./proposal-route.ts";
import { checkReadiness } from "./readiness.ts";
import { serveStyle } from "./serve-style.ts";

const style = join(import.meta.dirname, "desk.css");

/** Adds the operator's pages: /healthz, /readyz, /metrics and /desk. They change nothing but proposals for the tariff book, and what waits for an answer. */
export function deskRoutes(http: FastifyInstance, tools: DeskTools): void {
	const metrics = makeMetrics(tools);
	const open = { config: { door: "open" } } as const;
	const managers = { config: { door: "managers" } } as const;
	http.get("/healthz", open, async () => ({ alive: true }));
	http.get("/readyz", open, async (_request, reply) => {
		const readiness = await checkReadiness(tools);
		return reply.code(readiness.ready ? 200 : 503).send(readiness);
	});
	http.get(
		"/metrics",
		{ config: { door: "figures" } },
		async (_request, reply) =>
			reply.type(metrics.contentType).send(await metrics.text()),
	);
	http.get("/desk", managers, async (_request, reply) =>
		reply.type("text/html; charset=utf-8").send(await deskPage(tools)),
	);
	proposalRoute(http, tools);
	floodRoute(http, tools);
	serveStyle(http, "/desk/desk.css", { file: style });
}
