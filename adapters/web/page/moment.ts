import { element } from "./element.ts";
import { word } from "./words.ts";

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });
const day = new Intl.DateTimeFormat(undefined, {
	month: "short",
	day: "numeric",
	hour: "numeric",
	minute: "2-digit",
});
/** A day without an hour is the same on every clock. */
const dayAlone = new Intl.DateTimeFormat(undefined, {
	dateStyle: "medium",
	timeZone: "UTC",
});
const whole = new Intl.DateTimeFormat(undefined, {
	dateStyle: "full",
	timeStyle: "long",
});

/** A day, or an instant on the reader's own clock; the full date shows on hover and to screen readers. */
export function moment(
	at: string,
	about: "postedAt" | "updatedAt" | null = null,
) {
	const date = new Date(at);
	if (Number.isNaN(date.getTime())) return element("span");
	if (!at.includes("T"))
		return element("time", { datetime: at }, dayAlone.format(date));
	const today = date.toDateString() === new Date().toDateString();
	const when = whole.format(date);
	const title = about ? word(about, { when }) : when;
	const text = (today ? clock : day).format(date);
	return element("time", { datetime: at, title }, text);
}
