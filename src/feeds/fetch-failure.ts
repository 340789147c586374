import { FeedError } from "./feed-error.ts";

const noSuchHost = "there is no host called HOST: is the address right?";

/** What each fault of a connection means, said about the host. */
const meanings: Readonly<Record<string, string>> = {
	ENOTFOUND: noSuchHost,
	EAI_AGAIN: "the name HOST could not be looked up just now",
	ECONNREFUSED: "HOST refuses connections",
	ECONNRESET: "HOST broke off the connection",
	EPIPE: "HOST broke off the connection",
	UND_ERR_SOCKET: "HOST broke off the connection",
	UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "HOST broke off its answer",
	EHOSTUNREACH: "HOST cannot be reached from here",
	ENETUNREACH: "HOST cannot be reached from here",
	ETIMEDOUT: "HOST did not take the connection in time",
	UND_ERR_CONNECT_TIMEOUT: "HOST did not take the connection in time",
	UND_ERR_HEADERS_TIMEOUT: "HOST did not answer in time",
	UND_ERR_BODY_TIMEOUT: "HOST stopped answering halfway",
	UND_ERR_HEADERS_OVERFLOW: "HOST answered with endless headers",
	CERT_HAS_EXPIRED: "the certificate of HOST has expired",
	CERT_NOT_YET_VALID: "the certificate of HOST is not valid yet",
	DEPTH_ZERO_SELF_SIGNED_CERT: "the certificate of HOST is self-signed",
	SELF_SIGNED_CERT_IN_CHAIN: "the certificate of HOST is self-signed",
	UNABLE_TO_VERIFY_LEAF_SIGNATURE:
		"the certificate of HOST cannot be traced to an authority",
	ERR_TLS_CERT_ALTNAME_INVALID:
		"the certificate of HOST is for another address",
};

/** Says in one sentence why a connection failed, without the address's secrets. */
function describeFailure(error: unknown, host: string): string {
	const code = codesOf(error).find((each) => each in meanings || isHttp(each));
	const meaning =
		code === undefined
			? "HOST could not be reached"
			: (meanings[code] ?? "HOST answers, but not in HTTP");
	return meaning.replace("HOST", host);
}

/** What ended a fetch within `timeoutMs`, for people; a FeedError says so itself. */
export function failureOf(
	error: unknown,
	{ signal, timeoutMs, host }: FailedFetch,
): FeedError {
	if (error instanceof FeedError) return error;
	return new FeedError(
		signal.aborted
			? `no answer within ${timeoutMs / 1000} s`
			: describeFailure(error, host),
		{ cause: error, unreachable: signal.aborted || isUnreachable(error) },
	);
}

interface FailedFetch {
	readonly signal: AbortSignal;
	readonly timeoutMs: number;
	readonly host: string;
}

/** Faults that our own network's outage would show as well. */
const networkCodes = new Set(
	"EAI_AGAIN EHOSTUNREACH ENETUNREACH ENOTFOUND ETIMEDOUT UND_ERR_CONNECT_TIMEOUT".split(
		" ",
	),
);

/** Whether a connection failed before any server was met. */
function isUnreachable(error: unknown): boolean {
	return codesOf(error).some((code) => networkCodes.has(code));
}

/** The same where a name is known and leads nowhere. */
export function describeNoHost(host: string): string {
	return noSuchHost.replace("HOST", host);
}

function isHttp(code: string): boolean {
	return code.startsWith("HPE_");
}

/** The codes of an error, its causes and its parts (happy eyeballs gives several). */
function codesOf(error: unknown): string[] {
	if (!(error instanceof Error)) return [];
	const own = "code" in error ? [String(error.code)] : [];
	const parts = error instanceof AggregateError ? error.errors : [];
	return [...own, ...[error.cause, ...parts].flatMap(codesOf)];
}
