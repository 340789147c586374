import { createHmac, randomBytes } from "node:crypto";
import type { Vault } from "../chat/vault.ts";
import type { Log } from "../log.ts";

/** Those who have logged in with the admin token. */
export interface Sessions {
	/** Gives the id that the browser keeps. */
	begin(): Promise<string>;
	/** Whether it has neither ended nor run out. Never throws: what cannot be looked up is open only if it just was. */
	isOpen(id: string): Promise<boolean>;
	end(id: string): Promise<void>;
	endAll(): Promise<void>;
}

/** A session lasts so long, however it is used. */
export const sessionMs = 7 * 24 * 60 * 60 * 1000;
/** Ended by another process, it is open here for as long. */
const believedMs = 5_000;
const mostBelieved = 1_000;
const prefix = "session ";

interface SessionTools {
	readonly vault: Vault;
	/** A session lives under this token; with another it is none. */
	readonly adminToken: string;
	readonly log: Log;
	/** In ms. */
	readonly now: () => number;
}

/**
 * Sessions in the vault, so that they outlive a restart and hold in every
 * process. What is kept is a keyed hash of the id, which nobody can log in with.
 */
export function openSessions(tools: SessionTools): Sessions {
	const { vault, adminToken, log, now } = tools;
	const seen = new Map<string, { until: number; at: number }>();
	const nameOf = (id: string) =>
		prefix + createHmac("sha256", adminToken).update(id).digest("base64url");
	const look = async (id: string) => {
		const kept = await vault.get(nameOf(id));
		const until = Date.parse(kept ?? "");
		if (!(until > now())) return false;
		if (seen.size >= mostBelieved) seen.clear();
		seen.set(id, { until, at: now() });
		return true;
	};
	return {
		async begin() {
			await forgetOld(tools);
			const id = randomBytes(32).toString("base64url");
			await vault.put(nameOf(id), new Date(now() + sessionMs).toISOString());
			return id;
		},
		async isOpen(id) {
			const last = seen.get(id);
			if (last && last.until > now() && last.at > now() - believedMs)
				return true;
			seen.delete(id);
			try {
				return await look(id);
			} catch (error) {
				log.warn("session not looked up", { error });
				if (!last || last.until <= now()) return false;
				// The desk must show that the store is away.
				seen.set(id, { ...last, at: now() });
				return true;
			}
		},
		async end(id) {
			seen.delete(id);
			await vault.remove(nameOf(id));
		},
		async endAll() {
			seen.clear();
			for (const name of await vault.names(prefix)) await vault.remove(name);
		},
	};
}

/** Also those that do not open any more. */
async function forgetOld({ vault, now }: SessionTools): Promise<void> {
	for (const name of await vault.names(prefix)) {
		const kept = await vault.get(name).catch(() => null);
		if (!(Date.parse(kept ?? "") > now())) await vault.remove(name);
	}
}
