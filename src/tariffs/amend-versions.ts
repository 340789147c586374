import type { Amendment } from "./amendment.ts";
import { shiftDay } from "./date-words.ts";
import type { RateVersion } from "./measure.ts";

/** The versions of a track with an amendment laid over them. */
export interface AmendedVersions {
	readonly versions: readonly RateVersion[];
	/** The day on which what was there before holds again; null where something else follows. */
	readonly resumes: string | null;
	/** The last day of the amendment where nothing follows it. */
	readonly lapses: string | null;
}

/** The name of an amendment's act and source in the book. */
export function amendmentKey({ id }: Pick<Amendment, "id">): string {
	return `amendment-${id}`;
}

/** The version that holds on a day, `YYYY-MM-DD`. */
export function versionOn(
	versions: readonly RateVersion[],
	day: string,
): RateVersion | undefined {
	return versions.find(({ from, to }) => from <= day && (!to || day <= to));
}

/**
 * Charges the amendment's rate from its day on, in the manner of the version
 * that holds then, until its own last day or that version's. What lies beyond
 * holds again afterwards, by the amendment's act.
 */
export function amendVersions(
	versions: readonly RateVersion[],
	amendment: Amendment,
): AmendedVersions {
	const { from, ratePercent } = amendment;
	const like = mannerOf(versions, from);
	const end = amendment.to ?? lastDay(versions, from);
	const resumes = end === null ? null : shiftDay(end, { days: 1 });
	const before = versions
		.filter((version) => version.from < from)
		.map((version) =>
			version.to === null || version.to >= from
				? { ...version, to: shiftDay(from, { days: -1 }) }
				: version,
		);
	const after = resumes === null ? [] : versions.flatMap(afterwards);
	const { note: _note, isEnd: _isEnd, ...manner } = like;
	const amended: RateVersion = {
		...manner,
		...{ from, to: end, ratePercent, isEnd: false },
		instrument: amendmentKey(amendment),
		sources: [],
		confirmedOn: amendment.confirmedAt.toISOString().slice(0, 10),
	};
	const isResumed = after.some(
		({ instrument }) => instrument === amendmentKey(amendment),
	);
	return {
		versions: [...before, amended, ...after],
		resumes: isResumed ? resumes : null,
		lapses: after.length === 0 ? end : null,
	};

	function afterwards(version: RateVersion): RateVersion[] {
		if (resumes === null || (version.to !== null && version.to < resumes)) {
			return [];
		}
		if (version.from >= resumes) return [version];
		const instrument = amendmentKey(amendment);
		return [{ ...version, from: resumes, instrument }];
	}
}

/** As on that day; before the first version or after the last, as the nearest that charges. */
function mannerOf(versions: readonly RateVersion[], day: string): RateVersion {
	const charging = versions.filter(({ isEnd }) => !isEnd);
	const like =
		versionOn(charging, day) ??
		charging.findLast(({ from }) => from <= day) ??
		charging[0] ??
		versions[0];
	if (!like) throw new Error("a track without versions");
	return like;
}

function lastDay(versions: readonly RateVersion[], day: string): string | null {
	const holding = versionOn(versions, day);
	if (holding) return holding.to;
	const next = versions.find(({ from }) => from > day);
	return next ? shiftDay(next.from, { days: -1 }) : null;
}
