import type { Speaker } from "../news/statement.ts";
import { peopleOfCanada } from "./people/canada.ts";
import { peopleOfMexico } from "./people/mexico.ts";
import { peopleOverseas } from "./people/overseas.ts";
import { speakerFrom } from "./people/person.ts";
import { peopleOfTheStates } from "./people/united-states.ts";

/**
 * Everyone whose words we listen for: those who make trade policy between
 * Canada, the United States and Mexico, those who answer them, and the voices
 * of industry and labour that the press asks. Ids are folded surnames.
 */
export const people: readonly Speaker[] = [
	...peopleOfCanada,
	...peopleOfTheStates,
	...peopleOfMexico,
	...peopleOverseas,
].map(speakerFrom);
