import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Config } from "../../src/config.ts";
import type { HttpServer } from "../../src/desk/http-server.ts";
import { importRoute } from "../../src/desk/import-route.ts";
import { handOver, takeHanded } from "../../src/house/handed-over.ts";
import { StoreError } from "../../src/store/store-error.ts";
import type { SurtaxList } from "../../src/tariffs/surtax-list.ts";
import type { ScheduleMemory } from "../../src/tariffs/tariff-line.ts";
import { gatedServer } from "../fakes/gated-server.ts";
import { inMemorySchedules } from "../fakes/in-memory-schedules.ts";

const revision = {
	importer: "US",
	name: "2026 Revision 10",
	from: "2026-06-08",
};
const line = {
	// A line separator stands in JSON as it is, and ends no line there.
	...{ code: "0406", path: ["Cheese\u2028and curd"], units: ["kg"], notes: [] },
	...{ general: "1%", special: "", other: "2%" },
};
const housePass = "pass-of-this-start";
const headers = { authorization: `Bearer ${housePass}` };
const inUse = new StoreError("in-use", "another Tradewire uses it");

let config: Config;
let server: HttpServer;
let address: string;
let held: ScheduleMemory;

beforeEach(async () => {
	const home = await mkdtemp(join(tmpdir(), "handed-over-"));
	// Only the data directory matters here.
	config = { TRADEWIRE_HOME: home } as Config;
	held = inMemorySchedules();
	({ server } = gatedServer({ adminToken: "an admin's token", housePass }));
	importRoute(server.http, (name) => takeHanded(config, name, held));
	address = await server.open();
});
afterEach(async () => {
	await server.close();
	await rm(config.TRADEWIRE_HOME, { recursive: true });
});

test("a running program keeps what the terminal hands over, and nothing is left lying", async () => {
	await handOver(config, { address, headers, inUse }).keepRevision(revision, [
		line,
	]);
	const [found] = await held.findLines("US", ["0406"]);
	expect(found).toMatchObject({ revision, line });
	expect(await readdir(join(config.TRADEWIRE_HOME, "imports"))).toEqual([]);
});

test("a running program keeps lists of surtax orders", async () => {
	const list: SurtaxList = {
		...{ instrument: "SOR/2025-95", schedule: "SCHEDULE 1" },
		from: "2025-09-01",
		source: {
			...{ title: "Order", publisher: "Justice Canada", url: null },
			...{ date: "2025-09-01", tier: "primary" },
		},
		items: [{ code: "76011000", ratePercent: 25 }],
	};
	await handOver(config, { address, headers, inUse }).keepLists([list]);
	const [found] = await held.findLists(["76011000"]);
	expect(found).toMatchObject({ instrument: "SOR/2025-95", within: "in" });
});

test("what the program cannot keep is said, and nothing is left lying", async () => {
	const twice = handOver(config, { address, headers, inUse }).keepRevision(
		revision,
		[...[line, line]],
	);
	await expect(twice).rejects.toThrow(/could not keep it \(500\)/);
	expect(await readdir(join(config.TRADEWIRE_HOME, "imports"))).toEqual([]);
});

test("a program that does not answer is said to be using the store", async () => {
	await server.close();
	const left = handOver(config, { address, headers, inUse }).keepRevision(
		revision,
		[],
	);
	await expect(left).rejects.toBe(inUse);
});

test.each(["x", "..%2f..%2fsecrets", "0b6a5c5e-8c44-4f0e-9d0f-6a2f0f9a7b11"])(
	"a request for %s brings nothing in, and a stranger's is refused",
	async (name) => {
		const response = await fetch(`${address}/api/imports/${name}`, {
			method: "POST",
			body: JSON.stringify({ revision, lines: [line] }),
			headers: { ...headers, "content-type": "application/json" },
		});
		expect(response.status).toBe(404);
		const stranger = { method: "POST" };
		const refused = await fetch(`${address}/api/imports/${name}`, stranger);
		expect(refused.status).toBe(401);
		expect(await held.revisions()).toEqual([]);
	},
);
