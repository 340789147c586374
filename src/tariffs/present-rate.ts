import { amendedTracks } from "./amend-book.ts";
import { versionOn } from "./amend-versions.ts";
import type { Book } from "./book.ts";
import type { RateVersion } from "./measure.ts";

/** What a measure of the book charges on a day. */
export interface PresentRate {
	readonly measure: string;
	readonly authority: string;
	/** In general, or of the origin; null where nothing is charged that day. */
	readonly version: RateVersion | null;
	/** The act's name. */
	readonly act: string;
	/** Origins that are charged otherwise. */
	readonly apart: readonly string[];
}

/** What a measure charges on a day, `YYYY-MM-DD`; null where there is no such measure. */
export function presentRate(
	id: string,
	{ origin, on }: { readonly origin: string | null; readonly on: string },
	{ measures, instruments }: Book,
): PresentRate | null {
	const measure = measures.find((one) => one.id === id);
	if (!measure) return null;
	const tracks = amendedTracks(measure, { origin, from: on });
	const [track] = tracks;
	const version = (track && versionOn(track.versions, on)) ?? null;
	const others = measure.tracks.filter((one) => !tracks.includes(one));
	return {
		...{ measure: id, authority: measure.authority, version },
		act: instruments.get(version?.instrument ?? "")?.name ?? "",
		apart: origin === null ? others.flatMap((one) => one.origins) : [],
	};
}
