import { languageOf } from "../cards/topic-name.ts";
import type { Request } from "../chat/command.ts";
import { Mistake } from "../chat/mistake.ts";
import { countryName, findCountry } from "../tariffs/countries.ts";
import type { Sides } from "./tariff-actions.ts";

/**
 * The importer and the origin. One country typed by place fills the importer's
 * place; where that country cannot be the importer of these goods (`/tariff
 * steel MX`: the book has no Mexican duty on Canadian steel) it is the origin.
 */
export function sidesOf(
	{ options, settings, named, say }: Request,
	country: string | null,
	isHeld: (sides: Sides) => boolean,
): Sides {
	const importer = countryOf(options.importer ?? settings.importer);
	const origin = countryOf(options.origin ?? country ?? settings.origin);
	const isOneTyped =
		options.importer !== undefined &&
		!named?.includes("importer") &&
		!(options.origin ?? country);
	const turned = { importer: settings.importer, origin: importer };
	const isTurned =
		isOneTyped &&
		importer !== settings.importer &&
		(importer === origin || !isHeld({ importer, origin }));
	const sides = isTurned ? turned : { importer, origin };
	if (sides.importer !== sides.origin) return sides;
	throw new Mistake("tariffs.mistake.same", {
		country: countryName(sides.origin, languageOf(say)),
	});
}

function countryOf(typed: string): string {
	const country = findCountry(typed);
	if (country === null) throw new Mistake("tariffs.mistake.country", { typed });
	return country;
}
