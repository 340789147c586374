import { createHmac, timingSafeEqual } from "node:crypto";

/** Of a push: `sound` by a hash that still holds, `weak` by SHA-1, which does not, or `false`. */
export type PushSignature = "sound" | "weak" | "false";

/**
 * Checks an `X-Hub-Signature` header, `sha256=<hex>`, against the bytes as
 * they came (WebSub §7.1; HMAC, RFC 2104). Anything else in the header, or
 * nothing, is false.
 */
export function readSignature(
	header: string | null,
	body: Uint8Array,
	secret: string,
): PushSignature {
	const [, method, hex] = /^(sha\d+)=([\da-f]+)$/i.exec(header ?? "") ?? [];
	const algorithm = algorithms.find((each) => each === method?.toLowerCase());
	if (algorithm === undefined || hex === undefined) return "false";
	const wanted = createHmac(algorithm, secret).update(body).digest();
	if (hex.length !== wanted.length * 2) return "false";
	if (!timingSafeEqual(wanted, Buffer.from(hex, "hex"))) return "false";
	return algorithm === "sha1" ? "weak" : "sound";
}

const algorithms = ["sha256", "sha384", "sha512", "sha1"] as const;
