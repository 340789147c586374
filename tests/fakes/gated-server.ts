import type { Vault } from "../../src/chat/vault.ts";
import { makeHttpServer } from "../../src/desk/http-server.ts";
import { openGate } from "../../src/gate/gate.ts";
import type { GateSettings } from "../../src/gate/gate-settings.ts";
import { makeLog } from "../../src/log.ts";
import { sayIn } from "../../src/phrases/say.ts";
import { inMemoryVault } from "./in-memory-vault.ts";

/** As when nothing is set: this machine alone. */
const localGate: GateSettings = {
	adminToken: null,
	metricsToken: null,
	housePass: "pass of this house",
	proxy: null,
	managers: ["local"],
	publicUrl: null,
};

/** The house's server on a free port behind its gate, on a clock of the test's own. */
export function gatedServer(
	settings: Partial<GateSettings> = {},
	vault: Vault = inMemoryVault(),
) {
	const logged: string[] = [];
	const log = makeLog("info", (line) => logged.push(line));
	const clock = { now: Date.parse("2026-10-07T12:00:00Z") };
	const proxies = settings.proxy?.addresses ?? [];
	const server = makeHttpServer({ host: "127.0.0.1", port: 0, log, proxies });
	openGate(server.http, {
		...{ settings: { ...localGate, ...settings }, vault, log },
		...{ say: sayIn("en"), now: () => clock.now },
	});
	return { server, http: server.http, clock, vault, logged };
}
