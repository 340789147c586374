import type { Speaker } from "../news/statement.ts";
import { peopleOfCanada } from "./people/canada.ts";
import { peopleOfMexico } from "./people/mexico.ts";
import { peopleOverseas } from "./people/overseas.ts";
import { type Person, speakerFrom } from "./people/person.ts";
import { peopleOfTheStates } from "./people/united-states.ts";

const everyone: readonly Person[] = [
	...peopleOfCanada,
	...peopleOfTheStates,
	...peopleOfMexico,
	...peopleOverseas,
];

/**
 * Everyone whose words we listen for: those who make trade policy between
 * Canada, the United States and Mexico, those who answer them, and the voices
 * of industry and labour that the press asks. Ids are folded surnames; titles
 * are those held now, as far as we know.
 */
export const people: readonly Speaker[] = everyone.map((person) =>
	speakerFrom(person, null),
);

const changes = everyone
	.flatMap(({ offices = [] }) => offices)
	.flatMap(({ from, until }) => (until === null ? [from] : [from, until]))
	.sort();
const erasKnown = new Map<number, readonly Speaker[]>();

/**
 * The same people with the titles held on the day of an older text: in 2025
 * "Canada's ambassador to the U.S." was Kirsten Hillman. Gives the same list
 * for all days between two changes of office.
 */
export function peopleOn(day: Date): readonly Speaker[] {
	const date = day.toISOString().slice(0, 10);
	const era = changes.filter((change) => change <= date).length;
	if (era === changes.length) return people;
	const known = erasKnown.get(era);
	if (known) return known;
	const speakers = everyone.map((person) => speakerFrom(person, date));
	erasKnown.set(era, speakers);
	return speakers;
}
