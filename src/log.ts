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

/**
 * Makes a log that writes JSON lines: time, level, event in the past tense,
 * then fields. Secrets are replaced and long values cut, by name and by shape.
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
			const line = { at: now().toISOString(), level, event, ...fields };
			write(`${JSON.stringify(line, withoutSecrets)}\n`);
		};
	return {
		debug: at("debug"),
		info: at("info"),
		warn: at("warn"),
		error: at("error"),
	};
}

function withoutSecrets(name: string, value: unknown): unknown {
	if (value instanceof Error) return plainError(value);
	if (value === null || value === undefined) return value;
	if (secretName.test(name)) return "[hidden]";
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
