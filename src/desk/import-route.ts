import type { FastifyInstance } from "fastify";

/**
 * Adds `POST /api/imports/<name>`: a terminal command has laid an import into
 * the data directory under that name, and asks that it be taken from there;
 * `take` gives false when it is not there. The request itself brings nothing,
 * so a stranger's can do nothing.
 */
export function importRoute(
	http: FastifyInstance,
	take: (name: string) => Promise<boolean>,
): void {
	http.post<{ Params: { name: string } }>(
		"/api/imports/:name",
		async ({ params }, reply) => {
			const isTaken = await take(params.name);
			return reply.code(isTaken ? 204 : 404).send();
		},
	);
}
