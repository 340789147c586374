/** One outlet's Article within a Story. */
export interface Telling {
	readonly articleId: string;
	readonly outlet: string;
	readonly title: string;
	readonly url: string | null;
	readonly at: Date;
	/** As `tellingTerms` gives them; empty in what was told before they were kept. */
	readonly terms: readonly string[];
}

/** Articles that tell one event. */
export interface Story {
	readonly id: string;
	/** Title of the first Article. */
	readonly headline: string;
	readonly url: string | null;
	readonly language: string;
	readonly firstToldAt: Date;
	readonly lastToldAt: Date;
	/** 1 at first; one more with each material change (a new rate, date, scope or decision). */
	readonly revision: number;
	/** Folded words that name the event, for finding stories that may be the same. */
	readonly terms: readonly string[];
	/** Rates, dates, decisions and speakers so far, normalised: a new one makes a later Article material. */
	readonly figures: readonly string[];
	/** In the order heard. */
	readonly tellings: readonly Telling[];
}
