/** A file of a multipart request. */
export interface SentFile {
	readonly name: string;
	readonly type: string;
	readonly bytes: number;
}

/** One request as the fake's parts see it. */
export interface Asked {
	readonly method: string;
	/** Behind the version, without the query. */
	readonly path: string;
	readonly query: URLSearchParams;
	readonly body: unknown;
	/** By the number in `files[n]`. */
	readonly files: ReadonlyMap<number, SentFile>;
}

export interface Answered {
	readonly status: number;
	readonly body?: unknown;
	readonly headers?: Readonly<Record<string, string>>;
}

/** An error as Discord words it. */
export function refused(
	status: number,
	code: number,
	message: string,
): Answered {
	return { status, body: { code, message } };
}
