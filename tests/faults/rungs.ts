import { postgresMissing } from "../fakes/postgres-server.ts";
import { redisMissing } from "../fakes/redis-server.ts";

/** What a run stands on, and which processes share the work. */
export interface Rung {
	readonly name: string;
	readonly store: "embedded" | "postgres";
	readonly withRedis: boolean;
	readonly roles: readonly ("all" | "gateway" | "worker")[];
	/** Why it cannot be had here; null when it can. */
	readonly missing: string | null;
}

export const embedded: Rung = {
	name: "embedded",
	store: "embedded",
	withRedis: false,
	roles: ["all"],
	missing: null,
};

const onPostgres: Rung = {
	name: "Postgres",
	store: "postgres",
	withRedis: false,
	roles: ["gateway", "worker"],
	missing: postgresMissing,
};

/** Two workers on the same feeds and channels. */
export const onRedis: Rung = {
	name: "Postgres and Redis",
	store: "postgres",
	withRedis: true,
	roles: ["gateway", "worker", "worker"],
	missing: postgresMissing ?? redisMissing,
};

export const twoWorkers: Rung = {
	...onPostgres,
	name: "Postgres, two workers",
	roles: ["gateway", "worker", "worker"],
};

export const allRungs = [embedded, onPostgres, onRedis];
export const served = [onPostgres, onRedis];
