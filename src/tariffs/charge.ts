import { type Circumstances, judge } from "./condition.ts";
import type {
	Condition,
	Exemption,
	Measure,
	RateKind,
	RateVersion,
} from "./measure.ts";
import {
	type Candidate,
	listOn,
	type Membership,
	membershipOn,
} from "./scope.ts";
import type { SurtaxFound } from "./surtax-list.ts";

export type Status = "applies" | "does_not_apply" | "needs_fact" | "unknown";

/** Why a charge has the status it has; the words are made later. */
type Reason =
	| { readonly kind: "charged" }
	| { readonly kind: "list-unknown" }
	| { readonly kind: "not-listed"; readonly list: SurtaxFound }
	| { readonly kind: "exempt"; readonly why: string }
	| { readonly kind: "instead"; readonly why: string }
	| {
			readonly kind: "excluded";
			readonly why: string;
			readonly by: string;
			/** False where it was not even known that the measure covers the goods. */
			readonly isSure: boolean;
	  }
	| { readonly kind: "condition"; readonly fact: string };

/** A measure as it stands for one shipment on one day, before stacking. */
export interface Charge {
	readonly measure: Measure;
	readonly version: RateVersion;
	/** The imported list by which the goods are covered; null where the book itself says so. */
	readonly list: SurtaxFound | null;
	readonly kind: RateKind;
	readonly ratePercent: number | null;
	readonly basis: string;
	/** Percent of the value that the rate is taken of; null while it is not known. */
	readonly sharePercent: number | null;
	/** The fact that would settle the share. */
	readonly shareFact: string | null;
	/** Column 1 and the charge come to at least so much; null where nothing says so. */
	readonly leastTotalPercent: number | null;
	readonly status: Status;
	readonly reason: Reason;
	/** The act of the exemption or stacking rule that the reason stands on; null where it is the version's own. */
	readonly reasonAct: string | null;
	/** Exempt for reason of claim, which may still keep others away. */
	readonly isExempt: boolean;
	/** Facts that would change the charge. */
	readonly openFacts: readonly string[];
	/** Counted in the total although a fact is open. */
	readonly isPresumed: boolean;
}

/** The charge of a measure, or null where it has nothing to say of these goods on this day. */
export function chargeOf(
	candidate: Candidate,
	on: string,
	known: Circumstances,
): Charge | null {
	const { measure, track } = candidate;
	const version = track.versions.find(
		({ from, to }) => from <= on && (to === null || on <= to),
	);
	const within = membershipOn(candidate, on);
	const list = listOn(candidate, on);
	if (!version || (within === "out" && list === null)) return null;
	const plain = plainCharge({ measure, version, within, list });
	if (list?.within === "out") return notListed(plain, list);
	const conditioned = underCondition(plain, version.when, known);
	const settled =
		conditioned.status === "does_not_apply"
			? conditioned
			: underExemptions(conditioned, { on, known });
	return withShare(settled, known);
}

function plainCharge({
	measure,
	version,
	within,
	list,
}: Pick<Charge, "measure" | "version" | "list"> & {
	readonly within: Membership;
}): Charge {
	const status: Status =
		within === "in" ? "applies" : within === "part" ? "needs_fact" : "unknown";
	const reasons: Readonly<Record<string, Reason>> = {
		part: { kind: "condition", fact: "hts" },
		unknown: { kind: "list-unknown" },
	};
	return {
		measure,
		version,
		list,
		kind: version.kind,
		ratePercent: list?.ratePercent ?? version.ratePercent,
		basis: version.basis,
		sharePercent: version.share ? null : 100,
		shareFact: version.share?.fact ?? null,
		leastTotalPercent: null,
		status,
		reason: reasons[within] ?? { kind: "charged" },
		reasonAct: null,
		isExempt: false,
		openFacts: within === "part" ? ["hts"] : [],
		isPresumed: false,
	};
}

function notListed(charge: Charge, list: SurtaxFound): Charge {
	const reason: Reason = { kind: "not-listed", list };
	return { ...charge, status: "does_not_apply", reason };
}

function underCondition(
	charge: Charge,
	when: Condition | undefined,
	known: Circumstances,
): Charge {
	const answer = when ? judge(when, known) : "yes";
	const fact = when?.fact?.name ?? "";
	if (answer === "yes") return charge;
	const reason: Reason = { kind: "condition", fact };
	if (answer === "no") return { ...charge, status: "does_not_apply", reason };
	const status = charge.status === "unknown" ? "unknown" : "needs_fact";
	return { ...charge, status, reason, openFacts: [...charge.openFacts, fact] };
}

/** The first exemption that holds, or is presumed, is taken; open ones are noted. */
function underExemptions(
	charge: Charge,
	{ on, known }: { on: string; known: Circumstances },
): Charge {
	const open: string[] = [...charge.openFacts];
	for (const exemption of charge.measure.exemptions) {
		const isOver =
			(exemption.from && on < exemption.from) ||
			(exemption.to && on > exemption.to);
		const answer = isOver ? "no" : judge(exemption.when, known);
		const fact = exemption.when.fact?.name ?? "";
		if (answer === "open") open.push(fact);
		if (answer === "yes") return exempted(charge, exemption, open);
		if (answer === "open" && exemption.presumed) {
			const taken = exempted(charge, exemption, open);
			const status = charge.status === "unknown" ? "unknown" : "needs_fact";
			return { ...taken, status, isPresumed: charge.status === "applies" };
		}
	}
	return { ...charge, openFacts: open };
}

function exempted(
	charge: Charge,
	exemption: Exemption,
	openFacts: readonly string[],
): Charge {
	const { why } = exemption;
	const reasonAct = exemption.instrument ?? null;
	if (exemption.ratePercent === null) {
		return {
			...charge,
			status: "does_not_apply",
			reason: { kind: "exempt", why },
			reasonAct,
			isExempt: true,
			openFacts,
		};
	}
	return {
		...charge,
		kind: exemption.kind ?? charge.kind,
		ratePercent: exemption.ratePercent ?? charge.ratePercent,
		basis: exemption.basis ?? charge.basis,
		sharePercent: exemption.share ? null : charge.sharePercent,
		shareFact: exemption.share?.fact ?? charge.shareFact,
		leastTotalPercent: exemption.leastTotalPercent ?? null,
		reason: { kind: "instead", why },
		reasonAct,
		openFacts,
	};
}

/** `us_content=40` makes the non-US share 60 percent of the value. */
function withShare(charge: Charge, known: Circumstances): Charge {
	const { shareFact } = charge;
	if (shareFact === null || charge.status === "does_not_apply") return charge;
	const given = Number(known.facts[shareFact]?.replace("%", "") ?? Number.NaN);
	if (Number.isNaN(given) || given < 0 || given > 100) {
		const status = charge.status === "unknown" ? "unknown" : "needs_fact";
		return { ...charge, status, openFacts: [...charge.openFacts, shareFact] };
	}
	const isRest = shareOf(charge) === "rest";
	return { ...charge, sharePercent: isRest ? 100 - given : given };
}

function shareOf({ measure, version, shareFact }: Charge): "part" | "rest" {
	if (version.share?.fact === shareFact) return version.share.of;
	return (
		measure.exemptions.find(({ share }) => share?.fact === shareFact)?.share
			?.of ?? "part"
	);
}
