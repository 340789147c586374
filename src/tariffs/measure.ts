import { z } from "zod";

/** A calendar day, `YYYY-MM-DD`, in the importer's zone. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** A day, or only the month or year that is known. */
const roughDay = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
const key = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/);
const code = z.string().regex(/^\d{2,10}$/);
/** ISO country codes, names of country groups, or `*` for all. */
const origins = z.array(z.string().regex(/^([A-Z]{2}|[A-Z]{2,3}-[A-Z]+|\*)$/));

/** Where a figure was read. `url` is null when the source has no public address. */
export const sourceSchema = z.strictObject({
	title: z.string().min(1),
	publisher: z.string().min(1),
	url: z.url({ protocol: /^https?$/ }).nullable(),
	date: roughDay,
	/** primary: the law itself; summary: an official account of it; secondary: anyone else. */
	tier: z.enum(["primary", "summary", "secondary"]),
});
export type Source = z.infer<typeof sourceSchema>;

/** An act of law that sets, changes or ends a rate. */
const instrumentSchema = z.strictObject({
	name: z.string().min(1),
	signed: day.nullable(),
	published: day.nullable(),
	effective: day.nullable(),
	/** Further days on which something in it takes effect. */
	alsoOn: z.array(day).default([]),
	/** Last days of what it lets lapse. */
	lapses: z.array(day).default([]),
	source: key,
});
export type Instrument = z.infer<typeof instrumentSchema>;

const kindSchema = z.enum([
	"base",
	"additional",
	"floor",
	"replacement",
	"specific",
	"over-quota",
	"content",
	"adcvd",
	"surtax",
	"prohibition",
]);
export type RateKind = z.infer<typeof kindSchema>;

/** What must hold; a part left out always holds. A fact not given leaves the whole open. */
const conditionSchema = z.strictObject({
	claim: z.literal("USMCA").optional(),
	origins: origins.optional(),
	products: z.array(key).optional(),
	/** A code that begins with one of these was asked for; words never hold. */
	hts: z.array(code).optional(),
	/** No code that begins with one of these was. */
	exceptHts: z.array(code).optional(),
	fact: z
		.strictObject({
			name: z.string().regex(/^[a-z_]+$/),
			is: z.array(z.string()).optional(),
			isNot: z.array(z.string()).optional(),
			atLeast: z.number().optional(),
			/** ISO day or number below which it holds. */
			below: z.union([z.number(), day]).optional(),
		})
		.optional(),
});
export type Condition = z.infer<typeof conditionSchema>;

/** How a measure charges between two days, both included; `to` null is open. */
const versionSchema = z.strictObject({
	from: day,
	to: day.nullable(),
	kind: kindSchema,
	/** Null when the law sets no single percentage. */
	ratePercent: z.number().min(0).nullable(),
	/** What the percentage is taken of: `full value`. */
	basis: z.string().min(1),
	/** The percentage is of this share of the value: the fact's percent, or the rest of it. */
	share: z
		.strictObject({ fact: z.string(), of: z.enum(["part", "rest"]) })
		.optional(),
	/** The version charges only when this holds. */
	when: conditionSchema.optional(),
	instrument: key,
	sources: z.array(key).default([]),
	note: z.string().optional(),
	/** Only records that the measure ended: told where the measure itself is asked for. */
	isEnd: z.boolean().default(false),
	/** The day on which a person confirmed it, where that is not yet in the book's own files. */
	confirmedOn: day.optional(),
});
export type RateVersion = z.infer<typeof versionSchema>;

/** The versions for some origins; the first track that names the origin is its track. */
const trackSchema = z.strictObject({
	origins,
	except: origins.default([]),
	/** The first day of its first version, said apart from it so that a lost version is missed. */
	begins: day.optional(),
	versions: z.array(versionSchema).min(1),
});
export type Track = z.infer<typeof trackSchema>;

/** Which goods a measure covers from a day on, until the next scope begins. */
const scopeSchema = z.strictObject({
	from: day,
	/** Product ids that are covered; `*` covers all goods. */
	products: z.array(z.union([key, z.literal("*")])).default([]),
	/** Product ids that are not. */
	except: z.array(key).default([]),
	/** Product ids of which some lines may be covered; `*` when the list is not known. */
	maybe: z.array(z.union([key, z.literal("*")])).default([]),
	hts: z.array(code).default([]),
	exceptHts: z.array(code).default([]),
	/** Codes of which it is not held here whether they are covered. */
	maybeHts: z.array(code).default([]),
	/** Names of files in `book/lists`. */
	lists: z.array(key).default([]),
	exceptLists: z.array(key).default([]),
	/** The act that drew it, where that is not the act of the rate. */
	instrument: key.optional(),
});
export type Scope = z.infer<typeof scopeSchema>;

/** A rate, or none, in place of the version's when its condition holds. */
const exemptionSchema = z.strictObject({
	when: conditionSchema,
	from: day.optional(),
	to: day.optional(),
	kind: kindSchema.optional(),
	/** Null: the measure does not charge. Left out: its own rate, on another basis. */
	ratePercent: z.number().min(0).nullable().optional(),
	basis: z.string().optional(),
	share: z
		.strictObject({ fact: z.string(), of: z.enum(["part", "rest"]) })
		.optional(),
	/** However little the share leaves, column 1 and this charge come to so much. */
	leastTotalPercent: z.number().min(0).optional(),
	/** Taken while its fact is open, because that is the usual case. */
	presumed: z.boolean().default(false),
	/** The act that grants it, where that is not the act of the rate. */
	instrument: key.optional(),
	why: z.string().min(1),
});
export type Exemption = z.infer<typeof exemptionSchema>;

/** A charge in law: scope, origins, rate versions, instruments. */
const measureSchema = z.strictObject({
	id: key,
	authority: z.string().min(1),
	importer: z.string().regex(/^[A-Z]{2}$/),
	/** Names by which stacking rules know it. */
	tags: z.array(key).default([]),
	scopes: z.array(scopeSchema).min(1),
	tracks: z.array(trackSchema).min(1),
	exemptions: z.array(exemptionSchema).default([]),
	/** One plain sentence on preference, kept with the answer. */
	preference: z.string().optional(),
	note: z.string().optional(),
	/** Sources that bear on the whole measure. */
	sources: z.array(key).default([]),
	confidence: z.enum(["high", "medium", "low"]),
	verifiedTo: day,
	/** Where sources disagree: what each says, and the reading taken. */
	disagreement: z.string().optional(),
});
export type Measure = z.infer<typeof measureSchema>;

/** Between two days, a charge with one tag keeps others away. */
const stackRuleSchema = z.strictObject({
	id: key,
	importer: z.string(),
	from: day,
	to: day.nullable(),
	/** The measures that win, by tag. */
	when: key,
	/** The measures that fall away, by tag. Left out: only the strongest of `when` stays. */
	drops: key.optional(),
	/** What a winner on part of the value leaves is charged by the others, who name it so. */
	rest: z.string().optional(),
	/** The winner counts even where it charges nothing under USMCA. */
	evenIfExempt: z.boolean().default(false),
	instrument: key,
	why: z.string().min(1),
});
export type StackRule = z.infer<typeof stackRuleSchema>;

/** Words for goods, or for a programme of duties, and what they resolve to. */
const productSchema = z.strictObject({
	id: key,
	en: z.array(z.string()).min(1),
	fr: z.array(z.string()).default([]),
	es: z.array(z.string()).default([]),
	hts: z.array(code).default([]),
	/** A wider product that this one is part of. */
	parent: key.optional(),
	/** Too wide a word: which of these is meant? The first is taken where nobody can be asked. */
	meant: z.array(key).optional(),
	/** Not goods but a programme: only these measures answer. */
	measures: z.array(key).optional(),
	/** Facts that the word itself tells: patented drugs are patented. */
	facts: z.record(z.string(), z.string()).default({}),
	/** Column 1 (MFN) by importer where the codes alone do not tell. */
	column1: z
		.record(
			z.string(),
			z.strictObject({
				ratePercent: z.number(),
				note: z.string(),
				source: key,
				/** The first day of which the source speaks, where that is not the schedule's. */
				from: day.optional(),
			}),
		)
		.default({}),
});
export type Product = z.infer<typeof productSchema>;

/** A coming or past date that is no rate by itself: a review, a deadline, an expiry. */
const eventSchema = z.strictObject({
	date: day,
	what: z.string().min(1),
	measures: z.array(key).default([]),
	source: key,
});
export type BookEvent = z.infer<typeof eventSchema>;

/** The ordinary tariff schedule of an importer, and the first day that it speaks for. */
const scheduleSchema = z.strictObject({ source: key, from: day });
export type Schedule = z.infer<typeof scheduleSchema>;

/** An agreement or program under which goods of its parties may be claimed at less than the ordinary duty. */
const preferenceSchema = z.strictObject({
	/** Short, and what a claim under it is called. */
	name: z.string().regex(/^[A-Z][A-Za-z-]*( [A-Z]+)?$/),
	parties: z.array(z.string().regex(/^[A-Z]{2}$/)).min(2),
	/** The one party into which goods may be claimed; left out where each grants it. */
	grantedBy: z
		.string()
		.regex(/^[A-Z]{2}$/)
		.optional(),
	/** By which the Special column of the HTSUS knows it. */
	symbols: z.array(z.string().regex(/^[A-Z]{1,2}[+*]?$/)).default([]),
	from: day,
	to: day.nullable(),
	/** False: the book knows when it was in force and not what it freed. */
	ratesHeld: z.boolean(),
	source: key,
});
export type Preference = z.infer<typeof preferenceSchema>;

/** One file of the book. */
export const regimeSchema = z.strictObject({
	sources: z.record(key, sourceSchema).default({}),
	instruments: z.record(key, instrumentSchema).default({}),
	measures: z.array(measureSchema).default([]),
	rules: z.array(stackRuleSchema).default([]),
	products: z.array(productSchema).default([]),
	events: z.array(eventSchema).default([]),
	/** By importer. */
	schedules: z.record(z.string(), scheduleSchema).default({}),
	preferences: z.array(preferenceSchema).default([]),
});
