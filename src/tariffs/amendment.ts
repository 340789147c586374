import { z } from "zod";
import { day, sourceSchema } from "./measure.ts";

/** What a person says that the law now charges. */
export const amendmentSchema = z.strictObject({
	/** Id of the measure. */
	measure: z.string().min(1),
	/** ISO country code; null for every origin that is charged the general rate. */
	origin: z
		.string()
		.regex(/^[A-Z]{2}$/)
		.nullable(),
	ratePercent: z.number().min(0),
	from: day,
	/** The last day; null until the next change that the book holds. */
	to: day.nullable(),
	/** The instrument, as people name it: `Proc. 10947`. */
	act: z.string().min(1),
	source: sourceSchema,
});
export type AmendmentChange = z.infer<typeof amendmentSchema>;

/** A change of the tariff book that a person has confirmed. */
export interface Amendment extends AmendmentChange {
	readonly id: string;
	readonly proposalId: string;
	/** Who, as their platform names them. */
	readonly confirmedBy: string;
	readonly confirmedAt: Date;
	readonly withdrawn: { readonly by: string; readonly at: Date } | null;
}
