import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseEnv } from "node:util";
import type { z } from "zod";
import { settings } from "./settings.ts";

const secretNames: ReadonlySet<string> = new Set(
	Object.entries(settings).flatMap(([name, setting]) =>
		"secret" in setting ? [name] : [],
	),
);

type Settings = typeof settings;
type SettingName = keyof Settings;

/** What the environment says, checked. A setting without a fallback is null when it is not given. */
export type Config = {
	readonly [N in SettingName]: Settings[N]["fallback"] extends null
		? z.infer<Settings[N]["schema"]> | null
		: z.infer<Settings[N]["schema"]>;
};

/** The settings are wrong; the message lists every fault, one a line. */
export class ConfigError extends Error {
	readonly faults: readonly string[];

	constructor(faults: readonly string[]) {
		super(
			`${faults.length === 1 ? "A setting is" : "Some settings are"} wrong:\n${faults
				.map((fault) => `  ${fault}`)
				.join("\n")}`,
		);
		this.name = "ConfigError";
		this.faults = faults;
	}
}

type Environment = Readonly<Partial<Record<string, string>>>;

/** Reads the process's environment; a `.env` file in the working directory fills what it leaves out. */
export function configFromProcess(directory = process.cwd()): Config {
	const file = resolve(directory, ".env");
	const fromFile = existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {};
	return readConfig({ ...fromFile, ...process.env });
}

/**
 * Checks every setting; an empty one counts as not given. Secrets are taken
 * from the files that are named for them, as Docker hands them over. Throws
 * ConfigError with all faults.
 */
export function readConfig(given: Environment): Config {
	const { environment, faults } = withSecretFiles(given);
	const entries = Object.entries(settings).map(([name, setting]) => {
		const text = environment[name]?.trim() || setting.fallback;
		if (text === null) return [name, null];
		const read = setting.schema.safeParse(text);
		if (!read.success) {
			const shown = secretNames.has(name) ? "…" : withoutCredentials(text);
			const why = read.error.issues[0]?.message ?? "is wrong";
			faults.push(`${name}=${shown} ${why}`);
		}
		return [name, read.data];
	});
	faults.push(...togetherFaults(environment));
	if (faults.length > 0) throw new ConfigError(faults);
	return Object.fromEntries(entries) as Config; // each entry passed its own schema above
}

/** What no log may hold: secret settings, and the passwords inside addresses. */
export function secretsIn(config: Config): readonly string[] {
	return Object.entries(config).flatMap(([name, value]) => {
		if (typeof value !== "string") return [];
		return secretNames.has(name) ? value.split(/\s+/) : passwordsIn(value);
	});
}

function passwordsIn(address: string): readonly string[] {
	if (!URL.canParse(address)) return [];
	const { password, searchParams } = new URL(address);
	const named = searchParams.get("password") ?? "";
	return [password, decodeURIComponent(password), named].filter(Boolean);
}

function withSecretFiles(given: Environment) {
	const environment = { ...given };
	const faults: string[] = [];
	for (const name of secretNames) {
		const file = given[`${name}_FILE`]?.trim();
		if (!file || given[name]?.trim()) continue;
		try {
			environment[name] = readFileSync(file, "utf8");
		} catch {
			faults.push(`${name}_FILE=${file} cannot be read`);
		}
	}
	return { environment, faults };
}

/** Settings of which one alone is of no use. */
const pairs = [
	["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET"],
	["TRADEWIRE_LLM_URL", "TRADEWIRE_LLM_MODEL"],
] as const;

function togetherFaults(environment: Environment): readonly string[] {
	const has = (name: SettingName) => Boolean(environment[name]?.trim());
	const halves = pairs
		.filter(([one, other]) => has(one) !== has(other))
		.map(
			([one, other]) =>
				`${one} and ${other} go together: give both, or neither`,
		);
	const isProxyUnnamed =
		has("TRADEWIRE_PROXY_USER_HEADER") && !has("TRADEWIRE_PROXY_ADDRESSES");
	const unnamed =
		"TRADEWIRE_PROXY_USER_HEADER needs TRADEWIRE_PROXY_ADDRESSES: whoever else sends that header is not believed";
	const host = environment.HOST?.trim() || settings.HOST.fallback;
	const isGuarded =
		has("TRADEWIRE_ADMIN_TOKEN") || has("TRADEWIRE_PROXY_USER_HEADER");
	const open = `HOST=${host} lets others reach the web chat and the desk: set TRADEWIRE_ADMIN_TOKEN (openssl rand -base64 32 makes one), or TRADEWIRE_PROXY_USER_HEADER and TRADEWIRE_PROXY_ADDRESSES for a proxy that logs people in, or HOST=127.0.0.1`;
	return [
		...halves,
		...(isProxyUnnamed ? [unnamed] : []),
		...(isLoopback(host) || isGuarded ? [] : [open]),
	];
}

/** Whether only this machine reaches what listens there. */
export function isLoopback(host: string): boolean {
	return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}

function withoutCredentials(given: string): string {
	return given.replace(/:\/\/[^@\s]*@/, "://…@");
}
