import type { Article } from "./article.ts";

/** When it was told: as published, unless the feed's date is missing or in the future. */
export function tellingTime({ published, detected }: Article): Date {
	return published !== null && published < detected ? published : detected;
}
