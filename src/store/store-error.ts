/**
 * What may be done about it: unreachable (wait, it may come back) · in-use
 * (ask the process that holds it) · refused (a person must mend something).
 */
export type StoreErrorKind = "unreachable" | "in-use" | "refused";

/** The store cannot be opened or does not answer; the message says it to the operator in one sentence. */
export class StoreError extends Error {
	readonly kind: StoreErrorKind;

	constructor(kind: StoreErrorKind, message: string, cause?: unknown) {
		super(message, { cause });
		this.name = "StoreError";
		this.kind = kind;
	}
}

/**
 * Wraps what a lost or refused connection throws; what the database says
 * about the SQL itself passes as it is, for its code.
 */
export function namedStoreError(error: unknown): unknown {
	if (error instanceof StoreError || isSaidByDatabase(error)) return error;
	const why =
		error instanceof Error ? error.message || error.name : "no reason";
	const message = `the store does not answer: ${why}`;
	return new StoreError("unreachable", message, error);
}

/** Both engines' errors bear a severity; 08 and 57P are lost and closing connections. */
function isSaidByDatabase(error: unknown): boolean {
	return (
		error instanceof Error &&
		"severity" in error &&
		!/^(08|57P)/.test(sqlState(error))
	);
}

/** The SQLSTATE of a database's error, empty for others: `23505` is a broken unique constraint. */
export function sqlState(error: unknown): string {
	return error instanceof Error &&
		"code" in error &&
		typeof error.code === "string"
		? error.code
		: "";
}
