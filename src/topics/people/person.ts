import type { Speaker } from "../../news/statement.ts";
import { fold } from "../../text/fold.ts";

/** A post that names its holder without the name. */
interface Office {
	/** As the press writes it in English, French and Spanish; never a bare "the president". */
	readonly titles: readonly string[];
	/** First day, `YYYY-MM-DD`. */
	readonly from: string;
	/** Day on which another took over; null while nobody has, as far as we know. */
	readonly until: string | null;
}

/** Someone of our catalogue, with the posts held. */
export interface Person {
	readonly given: string;
	readonly family: string;
	/** Other writings of the name. */
	readonly aliases?: readonly string[];
	/** Given names and suffixes that make the surname someone else. */
	readonly not?: readonly string[];
	readonly offices?: readonly Office[];
}

/**
 * The Speaker that a Person is on a day, `YYYY-MM-DD`, or now as far as we know
 * when the day is null: the id is the folded surname, the titles those held then.
 */
export function speakerFrom(person: Person, day: string | null): Speaker {
	const { given, family, aliases = [], not = [], offices = [] } = person;
	return {
		id: fold(family).replace(/[^a-z0-9]/g, ""),
		given,
		family,
		aliases,
		not,
		titles: offices
			.filter((office) => isHeld(office, day))
			.flatMap(({ titles }) => titles),
	};
}

function isHeld({ from, until }: Office, day: string | null): boolean {
	if (day === null) return until === null;
	return from <= day && (until === null || day < until);
}
