import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { extname, join } from "node:path";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import words from "../../src/phrases/en/web.json" with { type: "json" };

const folder = join(import.meta.dirname, "page");
const contentTypes: Readonly<Partial<Record<string, string>>> = {
	".html": "text/html; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".svg": "image/svg+xml",
	".ts": "text/javascript; charset=utf-8",
};

interface PageFile {
	readonly type: string;
	readonly body: string;
	readonly etag: string;
}

/**
 * The page at `/` and its files under `/page/`. Modules are served as they
 * stand in `page/`, without their types: there is nothing to build.
 */
export function pageRoutes(http: FastifyInstance): void {
	const known = new Set(readdirSync(folder).filter((file) => typeOf(file)));
	const ready = new Map<string, PageFile>();
	const serve = (
		name: string,
		request: FastifyRequest,
		reply: FastifyReply,
	) => {
		if (!known.has(name)) return reply.callNotFound();
		const file = ready.get(name) ?? readPageFile(name);
		ready.set(name, file);
		return send(file, request, reply);
	};
	http.get("/", (request, reply) => serve("index.html", request, reply));
	http.get<{ Params: { file: string } }>("/page/:file", (request, reply) =>
		serve(request.params.file, request, reply),
	);
	http.get("/page/words.json", async () => words);
}

function readPageFile(name: string): PageFile {
	const source = readFileSync(join(folder, name), "utf8");
	const body = name.endsWith(".ts") ? stripTypeScriptTypes(source) : source;
	const hash = createHash("sha256").update(body).digest("base64url");
	return { type: typeOf(name) ?? "text/plain", body, etag: `"${hash}"` };
}

function send(file: PageFile, request: FastifyRequest, reply: FastifyReply) {
	reply.header("etag", file.etag).header("cache-control", "no-cache");
	if (request.headers["if-none-match"] === file.etag) {
		return reply.code(304).send();
	}
	return reply.type(file.type).send(file.body);
}

function typeOf(name: string): string | undefined {
	return contentTypes[extname(name)];
}
