import type { Vault } from "../../src/chat/vault.ts";

/** A Vault that forgets with the process. */
export function inMemoryVault(): Vault {
	const secrets = new Map<string, string>();
	return {
		get: async (name) => secrets.get(name) ?? null,
		put: async (name, secret) => void secrets.set(name, secret),
		remove: async (name) => void secrets.delete(name),
		names: async (prefix) =>
			[...secrets.keys()].filter((name) => name.startsWith(prefix)).sort(),
	};
}
