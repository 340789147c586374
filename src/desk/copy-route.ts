import type { FastifyInstance } from "fastify";

/**
 * Adds `POST /api/copies/<name>`: a terminal command that makes a backup has
 * laid a folder of that name into the data directory, and asks for a copy of
 * the store in it; `copy` gives false when it is not there. The copy stays in
 * the data directory, so a stranger's request can do nothing.
 */
export function copyRoute(
	http: FastifyInstance,
	copy: (name: string) => Promise<boolean>,
): void {
	http.post<{ Params: { name: string } }>(
		"/api/copies/:name",
		async ({ params }, reply) => {
			const isMade = await copy(params.name);
			return reply.code(isMade ? 204 : 404).send();
		},
	);
}
