import fc from "fast-check";
import { hostileText } from "../hostile/hostile-texts.ts";

type Change =
	| { readonly kind: "drop" }
	| { readonly kind: "set"; readonly value: unknown };

/** Of the wrong kind, missing, null, or too much. */
const wrong = fc.constantFrom<unknown>(
	null,
	0,
	-1,
	1e308,
	true,
	"",
	[],
	{},
	[null],
	{ id: null },
	"x".repeat(20_000),
	nested(400),
);

function nested(depth: number): unknown {
	let value: unknown = "deep";
	for (let at = 0; at < depth; at++) value = [value];
	return value;
}

/**
 * A payload with a few of its fields, however deep, dropped or replaced.
 * Addresses to answer to never become another's.
 */
export function mutated(whole: object): fc.Arbitrary<unknown> {
	const change = fc.oneof(
		fc.constant<Change>({ kind: "drop" }),
		wrong.map((value): Change => ({ kind: "set", value })),
		hostileText().map((value): Change => ({ kind: "set", value })),
	);
	const changes = fc.array(fc.tuple(fc.nat(10_000), change), { maxLength: 4 });
	return changes.map((all) =>
		all.reduce<unknown>(
			(payload, [pick, one]) => changed(payload, pick, one),
			structuredClone(whole),
		),
	);
}

function changed(payload: unknown, pick: number, change: Change): unknown {
	const places = placesIn(payload);
	const place = places[pick % Math.max(1, places.length)];
	if (!place) return payload;
	const { holder, key } = place;
	const isAddress = /url/i.test(key) && typeof holder[key] === "string";
	if (change.kind === "drop") delete holder[key];
	else if (!isAddress) holder[key] = structuredClone(change.value);
	return payload;
}

interface Place {
	readonly holder: Record<string, unknown>;
	readonly key: string;
}

function placesIn(value: unknown): Place[] {
	if (typeof value !== "object" || value === null) return [];
	const holder = value as Record<string, unknown>; // An object, as seen above.
	return Object.keys(holder).flatMap((key) => [
		{ holder, key },
		...placesIn(holder[key]),
	]);
}
