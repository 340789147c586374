import { hidingSecrets } from "./hiding-secrets.ts";

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

/** What a log is told beside its level and its place. */
interface LogTools {
	readonly now?: () => Date;
	/** Texts that no line may hold, in whatever form they come. */
	readonly secrets?: readonly string[];
}

/** Field names whose values never reach a log, whoever writes them. */
const secretName =
	/token|secret|password|authorization|cookie|api_?key|webhook/i;
const longestValue = 500;
const deepest = 8;
/** What JSON leaves as it is, and terminals obey or line readers break at: C1 controls, directions, separators. */
const unsafe = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
/** Half a surrogate pair as JSON writes it, which no strict reader takes; an escaped backslash is passed by. */
const halfPairs = /\\\\|\\ud[89a-f][\da-f]{2}/g;

/**
 * Makes a log that writes JSON lines: time, level, event in the past tense,
 * then fields. Secrets are replaced before long values are cut: by their name,
 * by their look, and those that are known wherever they stand. It never throws.
 */
export function makeLog(
	lowest: LogLevel,
	write: (line: string) => void = (line) => process.stderr.write(line),
	{ now = () => new Date(), secrets = [] }: LogTools = {},
): Log {
	const floor = logLevels.indexOf(lowest);
	const hide = hidingSecrets(secrets);
	const at =
		(level: LogLevel) =>
		(event: string, fields: LogFields = {}) => {
			if (logLevels.indexOf(level) < floor) return;
			const told = Object(plain(fields, { hide, above: [] }));
			const head = { at: now().toISOString(), level, event: hide(event) };
			write(`${safeJson({ ...head, ...told, ...head })}\n`);
		};
	return {
		debug: at("debug"),
		info: at("info"),
		warn: at("warn"),
		error: at("error"),
	};
}

/** On one line, in letters that any terminal may be shown. */
function safeJson(line: object): string {
	return JSON.stringify(line)
		.replace(halfPairs, (found) => (found[1] === "u" ? "\\ufffd" : found))
		.replace(
			unsafe,
			(sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
		);
}

interface Telling {
	readonly hide: (text: string) => string;
	/** What this one stands within, outermost first. */
	readonly above: readonly object[];
}

/** A value as JSON can hold it, without secrets. */
function plain(value: unknown, telling: Telling): unknown {
	switch (typeof value) {
		case "string":
			return cut(telling.hide(value));
		case "bigint":
			return String(value);
		case "object":
			return value === null ? null : plainObject(value, telling);
		case "number":
		case "boolean":
			return value;
		default:
			return undefined;
	}
}

function plainObject(value: object, { hide, above }: Telling): unknown {
	if (above.length >= deepest || above.includes(value)) return "…";
	const within = { hide, above: [...above, value] };
	try {
		if (value instanceof Error) return plainError(value, within);
		if (ArrayBuffer.isView(value)) return `${value.byteLength} bytes`;
		if (value instanceof Map || value instanceof Set)
			return plain([...value], within);
		if (Array.isArray(value)) return value.map((each) => plain(each, within));
		if ("toJSON" in value && typeof value.toJSON === "function")
			return plain(value.toJSON(), within);
		const fields = Object.entries(value).map(([name, field]) => [
			cut(hide(name)),
			isSecret(name, field) ? "[hidden]" : plain(field, within),
		]);
		return Object.fromEntries(fields);
	} catch {
		return "[unreadable]";
	}
}

function isSecret(name: string, value: unknown): boolean {
	return value !== null && value !== undefined && secretName.test(name);
}

function plainError(error: Error, telling: Telling): LogFields {
	const { message, cause } = error;
	const errors = error instanceof AggregateError ? error.errors : [];
	return {
		error: plain(message, telling),
		...(cause ? { cause: plain(cause, telling) } : {}),
		...(errors.length > 0 ? { errors: plain(errors, telling) } : {}),
	};
}

function cut(text: string): string {
	return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}
