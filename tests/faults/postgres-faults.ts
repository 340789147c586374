import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import type { PostgresServer } from "../fakes/postgres-server.ts";
import type { FaultKind, Injection } from "./fault-kinds.ts";
import { served } from "./rungs.ts";

type Harm = (postgres: PostgresServer, injection: Injection) => Promise<void>;

/** What may happen to the database's server. */
export const postgresFaults: readonly FaultKind[] = [
	postgresFault("Postgres killed", killed),
	postgresFault("Postgres restarted", restarted),
	postgresFault("Postgres ends all sessions", endSessions),
	postgresFault("Postgres out of connections", outOfConnections),
];

function postgresFault(name: string, harm: Harm): FaultKind {
	return {
		name,
		rungs: served,
		async inject(injection) {
			const { scene, chance, happened } = injection;
			if (!scene.postgres) throw new Error("this rung has no Postgres");
			for (let times = chance.between(1, 2); times > 0; times--) {
				await wait(chance.between(0, 1_500));
				await harm(scene.postgres, injection);
				happened();
			}
		},
	};
}

async function killed(postgres: PostgresServer, { chance }: Injection) {
	await postgres.kill();
	await wait(chance.between(200, 2_000));
	await postgres.start();
}

async function restarted(postgres: PostgresServer, { chance }: Injection) {
	await postgres.shutDown();
	await wait(chance.between(200, 2_000));
	await postgres.start();
}

const ours = `select pg_terminate_backend(pid) from pg_stat_activity
	where pid <> pg_backend_pid() and application_name = 'tradewire'`;

/** As a fail-over does: whatever was under way is rolled back. */
async function endSessions(
	postgres: PostgresServer,
	{ chance, scene }: Injection,
) {
	const client = await sessionOn(postgres);
	try {
		for (let times = chance.between(2, 5); times > 0; times--) {
			await Promise.race([scene.wire.answered(), wait(1_000)]);
			await wait(chance.between(0, 60));
			await client.query(ours);
		}
	} finally {
		await client.end();
	}
}

/** Others have taken them all, and take those that the program loses. */
async function outOfConnections(
	postgres: PostgresServer,
	{ chance }: Injection,
) {
	const others: pg.Client[] = [await sessionOn(postgres)];
	const until = Date.now() + chance.between(1_500, 4_000);
	try {
		while (Date.now() < until) {
			await others[0]?.query(ours);
			for (let more = await another(postgres); more; ) {
				others.push(more);
				more = await another(postgres);
			}
			await wait(100);
		}
	} finally {
		await Promise.all(others.map((client) => client.end()));
	}
}

/** Null when there is none left. */
async function another(postgres: PostgresServer): Promise<pg.Client | null> {
	try {
		return await sessionOn(postgres);
	} catch {
		return null;
	}
}

async function sessionOn({ url }: PostgresServer): Promise<pg.Client> {
	const client = new pg.Client({ connectionString: url });
	// A server that goes away says so here as well; the run sees to it.
	client.on("error", () => undefined);
	await client.connect();
	return client;
}
