import type { Vault } from "../chat/vault.ts";

/** User name and password of an address, up to the last sign before its host ends. */
const userInfo = /^(https?:\/\/)([^/?#]*)@/i;
/** Stands in their place for what the vault keeps. */
const sealed = "sealed";

/** The address as it may lie in a table: what stands before its host is put into the vault under the feed's name. */
export async function sealAddress(
	feedId: string,
	address: string,
	vault: Vault,
): Promise<string> {
	const secret = userInfo.exec(address)?.[2];
	if (secret === undefined) return address;
	await vault.put(secretName(feedId), secret);
	return address.replace(userInfo, `$1${sealed}@`);
}

/** The address whole again; without what the vault cannot open, so that the feed is asked and says so. */
export async function openAddress(
	feedId: string,
	address: string,
	vault: Vault,
): Promise<string> {
	if (userInfo.exec(address)?.[2] !== sealed) return address;
	const secret = await vault.get(secretName(feedId)).catch(() => null);
	return address.replace(userInfo, (_all, scheme: string) =>
		secret === null ? scheme : `${scheme}${secret}@`,
	);
}

/** Nothing is kept of a feed that is no more. */
export function forgetAddress(feedId: string, vault: Vault): Promise<void> {
	return vault.remove(secretName(feedId));
}

function secretName(feedId: string): string {
	return `feed ${feedId}`;
}
