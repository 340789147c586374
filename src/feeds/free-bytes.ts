/** Less is not worth it. */
const largeBytes = 64 * 1024;

/**
 * Gives the memory of large bytes back now, if they have it for themselves:
 * collected as garbage, it would lie about until ten times as much had been
 * asked for. They are empty after.
 */
export function freeBytes({ buffer, byteLength }: Uint8Array): void {
	const isAlone = byteLength === buffer.byteLength;
	if (buffer instanceof ArrayBuffer && isAlone && byteLength >= largeBytes)
		buffer.transfer(0);
}
