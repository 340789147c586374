import type { OptionSpec } from "../chat/command.ts";
import { Mistake } from "../chat/mistake.ts";
import { closestZone, findZone, suggestZones } from "./find-zone.ts";

/** An option that takes a time zone by any of its names. */
export const zoneOption: OptionSpec = {
	name: "zone",
	about: "commands.zoneOption",
	required: false,
	greedy: true,
	suggest: async (typed) =>
		suggestZones(typed).map((zone) => ({ value: zone, label: zone })),
};

/**
 * The IANA zone that was typed; `line` writes the command again with another.
 * @throws Mistake with the nearest zone.
 */
export function readZone(
	typed: string,
	line: (zone: string) => string,
): string {
	const zone = findZone(typed);
	if (zone !== null) return zone;
	const near = closestZone(typed);
	const nearest = near === null ? [] : [line(near)];
	throw new Mistake("commands.zoneUnknown", { typed }, { nearest });
}
