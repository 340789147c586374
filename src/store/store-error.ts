/** The store cannot be opened or does not answer; the message says it to the operator in one sentence. */
export class StoreError extends Error {
	constructor(message: string, cause?: unknown) {
		super(message, { cause });
		this.name = "StoreError";
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
	return new StoreError(`the store does not answer: ${why}`, error);
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
