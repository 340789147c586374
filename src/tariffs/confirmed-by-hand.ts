import type { Say } from "../phrases/say.ts";
import { versionOn } from "./amend-versions.ts";
import { membershipOn } from "./scope.ts";
import type { Shipment } from "./tally.ts";

/** Which charges of that day a person has confirmed, and when, that the book's own files do not have yet. */
export function confirmedByHand({
	question: { on },
	shipment: { candidates, book },
	say,
}: {
	readonly question: { readonly on: string };
	readonly shipment: Pick<Shipment, "candidates" | "book">;
	readonly say: Say;
}): string[] {
	const found = candidates.flatMap((candidate) => {
		const { measure, track } = candidate;
		const version = versionOn(track.versions, on);
		if (!version?.confirmedOn || membershipOn(candidate, on) === "out") {
			return [];
		}
		const { authority } = measure;
		const act = book.instruments.get(version.instrument)?.name ?? "";
		const date = version.confirmedOn;
		return [say("rates.confirmed", { authority, act, date })];
	});
	return [...new Set(found)];
}
