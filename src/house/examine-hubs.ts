import type { Finding } from "../chat/finding.ts";
import type { Config } from "../config.ts";
import { type HubLease, type HubLeases, isPushed } from "../feeds/hub-lease.ts";

/** Asked so often, a hub that could reach us would have verified us. */
const inVain = 2;

/** Looks at which hubs push, and which could not verify that it was us who asked. */
export async function* examineHubs(
	{ TRADEWIRE_PUBLIC_URL: publicUrl }: Config,
	memory: Pick<HubLeases, "all">,
): AsyncGenerator<Finding> {
	const what = "hubs";
	if (publicUrl === null) {
		const says = "none is asked to push: TRADEWIRE_PUBLIC_URL is not set";
		yield { what, state: "off", says, mend: null };
		return;
	}
	const now = new Date();
	const wanted = (await memory.all()).filter(({ state }) => state !== "ending");
	const pushing = wanted.filter((lease) => isPushed(lease, now)).length;
	const says = `${pushing} of ${wanted.length} that feeds name push to ${publicUrl}/websub`;
	yield { what, state: "well", says, mend: null };
	for (const lease of wanted)
		if (!isPushed(lease, now) && lease.failures >= inVain)
			yield unverified(lease, publicUrl);
}

function unverified(lease: HubLease, publicUrl: string): Finding {
	const { feedId, hub, trouble, failures, askAt } = lease;
	const host = URL.parse(hub)?.hostname ?? hub;
	const why = trouble ?? "it took the request and never came to verify it";
	return {
		what: `hub of ${feedId}`,
		state: "ill",
		says: `${host} was asked ${failures} times: ${why}`,
		mend: `see that ${publicUrl}/websub/ reaches this program from outside; the feed is polled meanwhile, and the hub asked again at ${askAt.toISOString()}`,
	};
}
