import { gunzipSync, gzipSync } from "node:zlib";

/**
 * The last bytes of a backup: the SHA-256 (hex) of all bytes before them, as a
 * gzip member of its own, so that the whole file is read by any gunzip. The
 * same hash gives the same bytes on every system, so each of them is checked.
 */
export function sealOf(sha256: string): Buffer {
	const seal = gzipSync(`${JSON.stringify({ sha256 })}\n`, { level: 0 });
	// RFC 1952: bytes 8 and 9 tell effort and operating system; 255 is unknown.
	seal[8] = 0;
	seal[9] = 255;
	return seal;
}

/** Every seal is as long as this. */
export const sealBytes = sealOf("0".repeat(64)).length;

/** Whether these are a seal at all, whatever they seal. */
export function isSeal(bytes: Buffer): boolean {
	try {
		return /^\{"sha256":"[0-9a-f]{64}"\}\n$/.test(String(gunzipSync(bytes)));
	} catch {
		return false;
	}
}
