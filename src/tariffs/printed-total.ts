import { addsPercent, type Tally } from "./tally.ts";

/**
 * The total in the schedule's words where the ordinary duty is by quantity and
 * all else is settled: `86.5¢/kg`, `86.5¢/kg + 50%`. A floor needs the ordinary
 * duty as a percentage, so there nothing is printed.
 */
export function printedTotal({
	base,
	charges,
	isProhibited,
}: Tally): { readonly totalPrinted: string } | undefined {
	if (base?.kind !== "specific" || base.printed === null) return undefined;
	if (base.addsPercent !== null || isProhibited) return undefined;
	const charged = charges.filter(({ status }) => status !== "does_not_apply");
	const added = charged.map((charge) => addsPercent(charge, base));
	const isSettled = charged.every(
		({ status, leastTotalPercent }, at) =>
			status === "applies" && added[at] !== null && leastTotalPercent === null,
	);
	if (!isSettled) return undefined;
	const percent = added.reduce<number>((all, one) => all + (one ?? 0), 0);
	const more = percent === 0 ? "" : ` + ${percent}%`;
	return { totalPrinted: `${base.printed}${more}` };
}
