/** More than nearly all feeds take. */
export const largeBytes = 1024 ** 2;

/**
 * Gives the memory of large bytes back now, if they have it for themselves:
 * collected as garbage, it would lie about until ten times as much had been
 * asked for. They are empty after. Small bytes are left to be collected: from
 * the first that are given back, V8 takes a tenth longer for all that works on
 * bytes, the embedded store first.
 */
export function freeBytes({ buffer, byteLength }: Uint8Array): void {
	const isAlone = byteLength === buffer.byteLength;
	if (buffer instanceof ArrayBuffer && isAlone && byteLength > largeBytes)
		buffer.transfer(0);
}
