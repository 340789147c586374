/**
 * What a person typed, or what stands in an address, brought to the server's
 * rule: `# trade desk!` is `trade-desk`. Empty when nothing is left of it.
 */
export function channelName(typed: string): string {
	return typed
		.normalize("NFC")
		.trim()
		.replace(/\s+/g, "-")
		.replace(/[^\p{L}\p{M}\p{N}._-]/gu, "")
		.replace(/^[^\p{L}\p{N}]+/u, "")
		.slice(0, 64);
}
