import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { sealOf } from "../../src/store/backup/backup-seal.ts";

/** A backup of these lines, sealed as ours are: what only a program could have made. */
export function sealed(lines: readonly object[]): Buffer {
	const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
	const zipped = gzipSync(text);
	const sha256 = createHash("sha256").update(zipped).digest("hex");
	return Buffer.concat([zipped, sealOf(sha256)]);
}
