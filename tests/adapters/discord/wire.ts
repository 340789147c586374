/** One request as the fake's parts see it. */
export interface Asked {
	readonly method: string;
	/** Behind the version, without the query. */
	readonly path: string;
	readonly query: URLSearchParams;
	readonly body: unknown;
}

export interface Answered {
	readonly status: number;
	readonly body?: unknown;
}

/** An error as Discord words it. */
export function refused(
	status: number,
	code: number,
	message: string,
): Answered {
	return { status, body: { code, message } };
}
