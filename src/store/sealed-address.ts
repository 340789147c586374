import type { Vault } from "../chat/vault.ts";
import { holdsSecret, shownAddress } from "../feeds/shown-address.ts";

/** Stands before what may be shown of an address that the vault keeps whole. */
const mark = "sealed:";

/** The address as it may lie in a table: one that holds a secret is put into the vault under the feed's name. */
export async function sealAddress(
	feedId: string,
	address: string,
	vault: Vault,
): Promise<string> {
	if (!holdsSecret(address)) return address;
	await vault.put(secretName(feedId), address);
	return mark + shownAddress(address);
}

/** The address whole again; what may be shown of it when the vault cannot open it, so that the feed is asked and says so. */
export async function openAddress(
	feedId: string,
	kept: string,
	vault: Vault,
): Promise<string> {
	if (!kept.startsWith(mark)) return kept;
	const whole = await vault.get(secretName(feedId)).catch(() => null);
	return whole ?? kept.slice(mark.length);
}

/** Nothing is kept of a feed that is no more. */
export function forgetAddress(feedId: string, vault: Vault): Promise<void> {
	return vault.remove(secretName(feedId));
}

function secretName(feedId: string): string {
	return `feed ${feedId}`;
}
