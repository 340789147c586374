import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance, RouteShorthandOptions } from "fastify";

const shared = readFileSync(join(import.meta.dirname, "look.css"), "utf8");

/** Adds the style sheet of a page of ours: what all of them share, then what stands in `file`. */
export function serveStyle(
	http: FastifyInstance,
	path: string,
	{ file, ...options }: RouteShorthandOptions & { readonly file: string },
): void {
	const css = `${shared}\n${readFileSync(file, "utf8")}`;
	http.get(path, options, async (_request, reply) =>
		reply
			.type("text/css; charset=utf-8")
			.header("cache-control", "no-cache")
			.send(css),
	);
}
