import type { Installation, InstallationStore } from "@slack/bolt";
import { z } from "zod";
import type { Vault } from "../../src/chat/vault.ts";

/** Where the app was installed by OAuth, each with its tokens, kept in the vault for all processes. */
export interface Installations extends InstallationStore {
	/** By the id of a workspace, `T…`, or of an organisation, `E…`; null when the app is not installed there. */
	get(id: string): Promise<Installation | null>;
	remove(id: string): Promise<void>;
	/** Ids, in order. */
	ids(): Promise<readonly string[]>;
}

/** What another process installs, refreshes or removes is seen after this. */
const knownForMs = 15_000;
const prefix = "slack/installation/";

/** What we rely on; the rest of it is Slack's package's own, kept as it came. */
const kept = z.looseObject({
	user: z.looseObject({ id: z.string() }),
	bot: z.looseObject({
		token: z.string(),
		id: z.string(),
		userId: z.string(),
		scopes: z.array(z.string()),
	}),
});

/** Installations in a vault, named by workspace or organisation. `now` gives ms. */
export function installationsIn(
	vault: Vault,
	now: () => number,
): Installations {
	const known = new Map<
		string,
		{ installation: Installation; until: number }
	>();
	const installations: Installations = {
		async get(id) {
			const found = known.get(id);
			if (found && found.until > now()) return found.installation;
			known.delete(id);
			const text = await vault.get(prefix + id);
			if (text === null) return null;
			const installation = readInstallation(text);
			known.set(id, { installation, until: now() + knownForMs });
			return installation;
		},
		async remove(id) {
			known.delete(id);
			await vault.remove(prefix + id);
		},
		async ids() {
			const names = await vault.names(prefix);
			return names.map((name) => name.slice(prefix.length));
		},
		async storeInstallation(installation) {
			const id = installationId(installation);
			// What could not be read back is not kept, so that the one who installs hears of it.
			readInstallation(JSON.stringify(installation));
			await vault.put(prefix + id, JSON.stringify(installation));
			known.delete(id);
		},
		async fetchInstallation({ teamId, enterpriseId, isEnterpriseInstall }) {
			const id = isEnterpriseInstall ? enterpriseId : teamId;
			const installation = id ? await installations.get(id) : null;
			if (!installation) throw new Error(`not installed in ${id}`);
			// Slack's package writes what it refreshes into the one that it was given.
			return structuredClone(installation);
		},
		async deleteInstallation({ teamId, enterpriseId, isEnterpriseInstall }) {
			const id = isEnterpriseInstall ? enterpriseId : teamId;
			if (id) await installations.remove(id);
		},
	};
	return installations;
}

/** `E…` when it serves a whole organisation, else `T…`. */
function installationId({
	isEnterpriseInstall,
	enterprise,
	team,
}: Installation): string {
	const id = isEnterpriseInstall ? enterprise?.id : team?.id;
	if (!id) throw new Error("Slack named no workspace");
	return id;
}

function readInstallation(text: string): Installation {
	// Checked for all that we use; its other fields are those it was given by Slack's package.
	return kept.parse(JSON.parse(text)) as unknown as Installation;
}
