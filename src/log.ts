/** Levels in rising order of trouble; `LOG_LEVEL` names the lowest one written. */
export const logLevels = ["debug", "info", "warn", "error"] as const;
export type LogLevel = (typeof logLevels)[number];

type LogFields = Readonly<Record<string, unknown>>;

/** Where one structured line per event is written. */
export interface Log {
	debug(event: string, fields?: LogFields): void;
	info(event: string, fields?: LogFields): void;
	warn(event: string, fields?: LogFields): void;
	error(event: string, fields?: LogFields): void;
}

/** Field names whose values never reach a log, whoever writes them. */
const secretName =
	/token|secret|password|authorization|cookie|api_?key|webhook/i;
/** Slack and Discord tokens, and credentials inside an address, wherever they stand. */
const secretValue =
	/\bxox[a-z]-[\w-]+|\bxapp-[\w-]+|\b[\w-]{23,28}\.[\w-]{6}\.[\w-]{27,}|(?<=:\/\/)[^\s/@]+@/g;
const longestValue = 500;
/** What JSON leaves as it is, and terminals obey or line readers break at: C1 controls, directions, separators. */
const unsafe = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
/** Half a surrogate pair as JSON writes it, which no strict reader takes; an escaped backslash is passed by. */
const halfPairs = /\\\\|\\ud[89a-f][\da-f]{2}/g;

/**
 * Makes a log that writes JSON lines: time, level, event in the past tense,
 * then fields. Secrets are replaced and long values cut, by name and by shape.
 * Writing never throws: a field that is no JSON costs the fields, not the event.
 */
export function makeLog(
	lowest: LogLevel,
	write: (line: string) => void = (line) => process.stderr.write(line),
	now: () => Date = () => new Date(),
): Log {
	const floor = logLevels.indexOf(lowest);
	const at =
		(level: LogLevel) =>
		(event: string, fields: LogFields = {}) => {
			if (logLevels.indexOf(level) < floor) return;
			const head = { at: now().toISOString(), level, event };
			write(`${safeJson({ ...head, ...fields, ...head }, head)}\n`);
		};
	return {
		debug: at("debug"),
		info: at("info"),
		warn: at("warn"),
		error: at("error"),
	};
}

/** On one line, in letters that any terminal may be shown. */
function safeJson(line: object, instead: object): string {
	try {
		const json = JSON.stringify(line, withoutSecrets);
		return json
			.replace(halfPairs, (found) => (found[1] === "u" ? "\\ufffd" : found))
			.replace(
				unsafe,
				(sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
			);
	} catch (error) {
		const unlogged = error instanceof Error ? error.message : "no JSON";
		return safeJson({ ...instead, unlogged }, instead);
	}
}

function withoutSecrets(name: string, value: unknown): unknown {
	if (value instanceof Error) return plainError(value);
	if (value === null || value === undefined) return value;
	if (secretName.test(name)) return "[hidden]";
	if (typeof value === "bigint") return String(value);
	if (typeof value !== "string") return value;
	const safe = value.replace(secretValue, "[hidden]");
	return safe.length > longestValue ? `${safe.slice(0, longestValue)}…` : safe;
}

function plainError(error: Error): LogFields {
	const cause = error.cause instanceof Error ? plainError(error.cause) : {};
	return {
		error: error.message,
		...(error.cause ? { cause } : {}),
	};
}
