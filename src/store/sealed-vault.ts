import {
	createCipheriv,
	createDecipheriv,
	hkdfSync,
	randomBytes,
} from "node:crypto";
import type { Vault } from "../chat/vault.ts";
import type { Database } from "./database.ts";
import type { SecretKeys } from "./secret-keys.ts";
import { StoreError } from "./store-error.ts";

/** AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce for each sealing. */
const cipher = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Secrets in the database, sealed with keys that are not. A secret is bound to
 * its name: under another name it does not open.
 */
export function sealedVault(db: Database, keys: SecretKeys): Vault {
	return {
		async get(name) {
			const row = await db
				.selectFrom("secrets")
				.select("sealed")
				.where("name", "=", name)
				.executeTakeFirst();
			return row ? open(row.sealed, name, await keys()) : null;
		},
		async put(name, secret) {
			const [key = ""] = await keys();
			const sealed = seal(secret, name, key);
			await db
				.insertInto("secrets")
				.values({ name, sealed })
				.onConflict((there) => there.column("name").doUpdateSet({ sealed }))
				.execute();
		},
		async remove(name) {
			await db.deleteFrom("secrets").where("name", "=", name).execute();
		},
		async names(prefix) {
			const rows = await db
				.selectFrom("secrets")
				.select("name")
				.where((row) => row.fn("starts_with", ["name", row.val(prefix)]))
				.orderBy("name")
				.execute();
			return rows.map(({ name }) => name);
		},
	};
}

function seal(secret: string, name: string, key: string): string {
	const nonce = randomBytes(nonceBytes);
	const sealing = createCipheriv(cipher, keyBytes(key), nonce);
	sealing.setAAD(Buffer.from(name));
	const text = [sealing.update(secret, "utf8"), sealing.final()];
	const whole = [nonce, sealing.getAuthTag(), ...text];
	return Buffer.concat(whole).toString("base64");
}

function open(sealed: string, name: string, keys: readonly string[]): string {
	for (const key of keys) {
		const secret = openWith(key, Buffer.from(sealed, "base64"), name);
		if (secret !== null) return secret;
	}
	throw new StoreError(
		"refused",
		`the secret ${name} was sealed with another key: add that key to TRADEWIRE_SECRET_KEY, or give the secret anew`,
	);
}

/** Null when it was sealed with another key, or is not what was sealed. */
function openWith(key: string, whole: Buffer, name: string): string | null {
	const nonce = whole.subarray(0, nonceBytes);
	const tag = whole.subarray(nonceBytes, nonceBytes + tagBytes);
	const opening = createDecipheriv(cipher, keyBytes(key), nonce, {
		authTagLength: tagBytes,
	});
	opening.setAAD(Buffer.from(name));
	try {
		opening.setAuthTag(tag);
		const text = opening.update(whole.subarray(nonceBytes + tagBytes));
		return Buffer.concat([text, opening.final()]).toString("utf8");
	} catch {
		return null;
	}
}

/** A key is long and random, so stretching it is not needed (HKDF, RFC 5869). */
function keyBytes(key: string): Uint8Array {
	return new Uint8Array(hkdfSync("sha256", key, "", "tradewire secrets", 32));
}
