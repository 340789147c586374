/** A summary in a language model's words, held against its article before it was kept. */
export interface WrittenSummary {
	readonly text: string;
	/** The model's name, as the card says it. */
	readonly model: string;
}
