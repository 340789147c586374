/** Something wrong or due in the book. */
export interface BookFault {
	/** `fault` makes the check fail; `due` asks a person to look. */
	readonly kind: "fault" | "due";
	/** `file:line`, where it is known. */
	readonly at: string | null;
	/** The id of the measure, rule, product or event. */
	readonly where: string;
	readonly what: string;
}

/** A fault, with its place where that is known. */
export function fault(
	where: string,
	what: string,
	at: string | null = null,
): BookFault {
	return { kind: "fault", at, where, what };
}
