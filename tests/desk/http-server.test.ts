import { expect, test } from "vitest";
import { makeHttpServer } from "../../src/desk/http-server.ts";
import { makeLog } from "../../src/log.ts";

const log = makeLog("error", () => {});
const host = "127.0.0.1";

test("says which port is taken and what to do", async () => {
	const first = makeHttpServer({ host, port: 0, log });
	const port = Number(new URL(await first.open()).port);
	const second = makeHttpServer({ host, port, log });
	await expect(second.open()).rejects.toThrow(
		`port ${port} on 127.0.0.1 is taken by another program: stop that program, or set PORT to a free port`,
	);
	await second.close();
	await first.close();
});

test.each([
	["content-security-policy", /default-src 'none';.*frame-ancestors 'none'/],
	["x-content-type-options", /^nosniff$/],
	["referrer-policy", /^no-referrer$/],
	["cache-control", /^no-store$/],
])("guards every answer with %s, errors too", async (name, value) => {
	const { http } = makeHttpServer({ host, port: 0, log });
	const answer = await http.inject({ path: "/nowhere" });
	expect(answer.statusCode).toBe(404);
	expect(answer.headers[name]).toMatch(value);
});

test("keeps the inside of a fault to the log", async () => {
	const lines: string[] = [];
	const loud = makeLog("error", (line) => lines.push(line));
	const { http } = makeHttpServer({ host, port: 0, log: loud });
	http.get("/broken", async () => {
		throw new Error("secret detail");
	});
	const answer = await http.inject({ path: "/broken" });
	expect(answer.statusCode).toBe(500);
	expect(answer.json()).toEqual({ error: "internal error" });
	expect(lines.join()).toContain("secret detail");
});

test("closes though a reader still listens", async () => {
	const server = makeHttpServer({ host, port: 0, log });
	server.http.get("/endless", (_request, reply) => {
		reply.hijack();
		reply.raw.writeHead(200).write("begun");
	});
	const answer = await fetch(`${await server.open()}/endless`);
	const reading = answer.text().catch(() => "cut");
	await server.close();
	expect(await reading).toBe("cut");
});
