import type { Book } from "./book.ts";

/** The day to which the book as a whole has been verified. */
export function bookVerifiedTo({ measures }: Book): string {
	return (
		measures
			.map(({ verifiedTo }) => verifiedTo)
			.sort()
			.at(-1) ?? ""
	);
}
