import { readFileSync } from "node:fs";
import { z } from "zod";
import type { ClaimAnswer } from "./answer-tariff.ts";
import { day, sourceSchema } from "./measure.ts";

/**
 * What is due at the border beside the duty. Sources: 19 CFR 24.23 (United
 * States merchandise processing fee), 19 CFR 24.24 (harbor maintenance fee, on
 * goods by sea), Excise Tax Act (Canada) s. 212 and 215.
 */
const feeSchema = z.strictObject({
	id: z.enum(["mpf", "hmf", "gst"]),
	importer: z.string(),
	ratePercent: z.number().positive(),
	on: z.enum(["value", "duty-paid value"]),
	/** The first day of this rate. */
	from: day,
	/** Claims under which originating goods pay none: 19 CFR 24.23(c). */
	exemptUnder: z.array(z.string()),
	source: sourceSchema,
	/** Least and most that one formal entry pays, in the importer's dollars, by fiscal year. */
	limits: z.array(
		z.strictObject({ from: day, to: day, least: z.number(), most: z.number() }),
	),
});
type Fee = z.infer<typeof feeSchema>;

/** A fee on one shipment under one claim. */
export interface EntryFee extends Pick<Fee, "id" | "ratePercent" | "source"> {
	/** What the percentage is taken of. */
	readonly on: Fee["on"];
	readonly isExempt: boolean;
	/** Rounded to cents; null without a value, or while the duty that it is taken of is not known. */
	readonly amount: number | null;
	/** Least and most on that day; null where there are none, or none is held of that day. */
	readonly limits: { readonly least: number; readonly most: number } | null;
	/** The fee has limits, but those of that day are not held: the amount ignores them. */
	readonly limitsUnknown: boolean;
}

const { fees } = z
	.strictObject({ fees: z.array(feeSchema) })
	.parse(
		JSON.parse(
			readFileSync(new URL("entry-fees.json", import.meta.url), "utf8"),
		),
	);

/** The fees that the importer charges on goods of a customs value (null: not given) entered on a day, `YYYY-MM-DD`. */
export function entryFees(
	importer: string,
	{ claim, totalPercent, complete }: ClaimAnswer,
	{ on, value }: { readonly on: string; readonly value: number | null },
): EntryFee[] {
	const dutyPercent = complete ? totalPercent : null;
	return fees
		.filter((fee) => fee.importer === importer && fee.from <= on)
		.map((fee) => {
			const isExempt = fee.exemptUnder.includes(claim);
			const limits =
				fee.limits.find(({ from, to }) => from <= on && on <= to) ?? null;
			return {
				id: fee.id,
				ratePercent: fee.ratePercent,
				source: fee.source,
				on: fee.on,
				isExempt,
				limits,
				limitsUnknown: fee.limits.length > 0 && limits === null,
				amount: isExempt ? 0 : amountOf(fee, { value, dutyPercent, limits }),
			};
		});
}

function amountOf(
	{ ratePercent, on }: Fee,
	shipment: {
		readonly value: number | null;
		readonly dutyPercent: number | null;
		readonly limits: EntryFee["limits"];
	},
): number | null {
	const { value, dutyPercent, limits } = shipment;
	if (value === null) return null;
	if (on === "duty-paid value" && dutyPercent === null) return null;
	const duty = on === "value" ? 0 : (value * (dutyPercent ?? 0)) / 100;
	const due = ((value + duty) * ratePercent) / 100;
	const { least, most } = limits ?? {
		least: 0,
		most: Number.POSITIVE_INFINITY,
	};
	return Math.round(Math.min(most, Math.max(least, due)) * 100) / 100;
}
