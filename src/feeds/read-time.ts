/** A time of the day. */
interface Time {
	/** Milliseconds since midnight. */
	readonly ms: number;
	/** As written; empty when none is. */
	readonly zone: string;
}

/** Reads what stands behind a day; midnight when that is no time. Null for a time that no day has. */
export function readTime(text: string): Time | null {
	const [, early, late, clock = ""] = beforeTime.exec(text) ?? [];
	const side = early ? "a" : late ? "p" : undefined;
	const [, bare, bareHalf, after = ""] = bareHour.exec(clock) ?? [];
	if (bare !== undefined) {
		const hour = hourOf(bare, bareHalf ?? side);
		return hour > 24 ? null : { ms: hour * 3_600_000, zone: after };
	}
	const [, hours, minutes, seconds, fraction, half, zone = ""] =
		clockTime.exec(clock) ?? [];
	if (hours === undefined) return { ms: 0, zone: text };
	const hour = hourOf(hours, half ?? side);
	const [minute, second] = [Number(minutes ?? 0), Number(seconds ?? 0)];
	// 24:00 and the leap second are times; Date carries them over.
	if (hour > 24 || minute > 59 || second > 60) return null;
	if (hour === 24 && minute + second > 0) return null;
	const ms = Math.floor(Number(`0.${fraction ?? 0}`) * 1000);
	return { ms: ((hour * 60 + minute) * 60 + second) * 1000 + ms, zone };
}

/** `- `, "at", "à", "a las", "um", "года в"; Chinese, Japanese and Korean say there which half of the day it is. */
const beforeTime =
	/^(?:- |(?:\p{L}+ ){0,3}?)(?:(上午|午前|오전)|(下午|午後|오후))? ?(?=\d)(.*)$/u;

/** `8 a.m.`, `8 h`, and an hour with nothing but a zone behind it. */
const bareHour =
	/^(\d{1,2})(?: ?([ap])\.? ?m\b\.?| ?h(?![\d ]\d?)|(?= ?(?:z|[+-]\d\d:?\d\d)$))\s*(.*)$/i;

const clockTime =
	/^(\d{1,2})(?:[:.]| ?h ?)?(\d\d)(?:[:.]?(\d\d)(?:[.,](\d*))?)? ?([ap]\.? ?m\b\.?)?\s*(.*)$/i;

function hourOf(hours: string, half: string | undefined): number {
	return half ? twelveHour(Number(hours), half) : Number(hours);
}

function twelveHour(hour: number, half: string): number {
	return (hour % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0);
}
