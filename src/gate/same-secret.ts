import { createHash, timingSafeEqual } from "node:crypto";

/** Whether both are the same, in a time that tells nothing of where they differ, nor how long they are. */
export function isSameSecret(given: string, secret: string | null): boolean {
	if (secret === null) return false;
	return timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string): Buffer {
	return createHash("sha256").update(text).digest();
}
