/** One thing looked at, for whoever keeps the bot running. */
export interface Finding {
	readonly what: string;
	/** `off`: not set up, and it need not be. */
	readonly state: "well" | "off" | "ill";
	/** One sentence: how it is. */
	readonly says: string;
	/** What to do about it; null when nothing is to be done. */
	readonly mend: string | null;
}
