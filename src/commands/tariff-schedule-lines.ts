import type { Request } from "../chat/command.ts";
import { Mistake } from "../chat/mistake.ts";
import type { TariffAnswer } from "../tariffs/answer-tariff.ts";
import type { Goods } from "../tariffs/find-product.ts";
import { codesOf, linesOn } from "../tariffs/scheduled-rate.ts";
import type { SurtaxFound } from "../tariffs/surtax-list.ts";
import {
	dottedCode,
	type LineFound,
	type ScheduleMemory,
} from "../tariffs/tariff-line.ts";
import { tariffLine } from "./tariff-line.ts";

/** What imported schedules say of the goods; nothing of whole chapters, whose lines differ anyway. */
export async function scheduleLines(
	goods: Goods,
	schedules: Pick<ScheduleMemory, "findLines">,
): Promise<LineFound[]> {
	const codes = codesOf(goods);
	const isWide = codes.some((code) => code.length < 4);
	// USITC's is the only schedule that can be imported.
	return isWide ? [] : schedules.findLines("US", codes);
}

/** What imported lists of Canadian surtax orders say of the goods. */
export function surtaxLists(
	goods: Goods,
	schedules: Pick<ScheduleMemory, "findLists">,
): Promise<SurtaxFound[]> {
	return schedules.findLists(codesOf(goods));
}

/** Throws Mistake when the code does not exist in the schedule of that day, with what does exist in its place. */
export function refuseUnknownCode(
	{ code }: Goods,
	lines: readonly LineFound[],
	{
		answer,
		request,
	}: { answer: Pick<TariffAnswer, "importer" | "on">; request: Request },
): void {
	const [found] = linesOn(lines, answer);
	if (code === null || found === undefined || found.exists) return;
	const { line, parent, near, revision } = found;
	// A chapter that was not exported says nothing of its codes.
	if (parent === null) return;
	// Lines without statistical suffixes are often written with zeros in their place.
	if (parent.length >= 8 && /^0+$/.test(code.slice(parent.length))) return;
	const isChapter = parent.length === 2;
	const next = [...(isChapter ? [] : [parent]), ...near].map((one) =>
		tariffLine(request, { product: dottedCode(one) }),
	);
	throw new Mistake(
		"tariffs.mistake.noSuchCode",
		{
			revision: `HTS ${revision.name} (${revision.from})`,
			code: dottedCode(code),
			parent: dottedCode(parent),
			level: isChapter ? "chapter" : "line",
			path: line?.path.join(" › ") || "none",
		},
		{ nearest: next },
	);
}
