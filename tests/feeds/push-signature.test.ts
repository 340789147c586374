import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { readSignature } from "../../src/feeds/push-signature.ts";

const secret = "a secret of ours";
const body = Buffer.from("<rss>Ottawa répond</rss>");
const signed = (algorithm: string, by = secret, what = body) =>
	createHmac(algorithm, by).update(what).digest("hex");
const sha256 = signed("sha256");

test.each([
	["sha256", `sha256=${sha256}`],
	["sha384", `sha384=${signed("sha384")}`],
	["sha512", `sha512=${signed("sha512")}`],
	["upper case", `SHA256=${sha256.toUpperCase()}`],
])("takes the hub's own signature in %s", (_name, header) => {
	expect(readSignature(header, body, secret)).toBe("sound");
});

test("knows a hub that signs with SHA-1, and does not trust it", () => {
	const header = `sha1=${signed("sha1")}`;
	expect(readSignature(header, body, secret)).toBe("weak");
	expect(readSignature(header, Buffer.from("other"), secret)).toBe("false");
});

test.each([
	["is missing", null],
	["is empty", ""],
	["names no algorithm", sha256],
	["holds nothing", "sha256="],
	["was made with another secret", `sha256=${signed("sha256", "guess")}`],
	[
		"was made over other bytes",
		`sha256=${signed("sha256", secret, Buffer.from("<rss/>"))}`,
	],
	["is cut short", `sha256=${sha256.slice(0, -2)}`],
	["is cut to a byte", `sha256=${sha256.slice(0, 2)}`],
	["has a byte too many", `sha256=${sha256}00`],
	["is no hex", `sha256=${"zz".repeat(32)}`],
	["names a longer algorithm than it holds", `sha512=${sha256}`],
	["names a weak algorithm", `md5=${signed("md5")}`],
	["names one that is none", `sha2560=${sha256}`],
	["comes twice, once right", `sha256=${"00".repeat(32)}, sha256=${sha256}`],
])("refuses a signature that %s", (_what, header) => {
	expect(readSignature(header, body, secret)).toBe("false");
});

test("refuses one bit of a body that is not as it was signed", () => {
	for (let at = 0; at < body.length; at++) {
		const changed = Buffer.from(body);
		changed[at] = (changed[at] ?? 0) ^ 1;
		expect(readSignature(`sha256=${sha256}`, changed, secret)).toBe("false");
	}
});
