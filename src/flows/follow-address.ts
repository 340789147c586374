import type { KeepLeaseTools } from "./keep-hub-leases.ts";

/**
 * Has the hubs asked anew that know us by an address which is not ours any
 * more: their leases stand, but what they push goes astray.
 */
export async function followAddress(
	{ hubLeases, callbackOf }: Pick<KeepLeaseTools, "hubLeases" | "callbackOf">,
	now: Date,
): Promise<void> {
	for (const { token, callback, state } of await hubLeases.all()) {
		const isAstray = callback !== null && callback !== callbackOf(token);
		if (!isAstray || state === "ending") continue;
		const anew = { state: "requested", leaseUntil: null } as const;
		await hubLeases.change(token, { ...anew, askAt: now, failures: 0 });
	}
}
