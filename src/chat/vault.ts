/** Secrets that a platform must remember by itself, such as an installation's tokens: encrypted at rest. */
export interface Vault {
	/** Null when there is none of that name. */
	get(name: string): Promise<string | null>;
	/** Replaces what stood there. */
	put(name: string, secret: string): Promise<void>;
	remove(name: string): Promise<void>;
	/** Names that begin so, in order. */
	names(prefix: string): Promise<readonly string[]>;
}
