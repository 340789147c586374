import fc from "fast-check";
import { expect, test } from "vitest";
import {
	answerTariff,
	type ClaimAnswer,
	type TariffAnswer,
} from "../../src/tariffs/answer-tariff.ts";
import { readBook } from "../../src/tariffs/book.ts";
import { shiftDay } from "../../src/tariffs/date-words.ts";

const book = readBook();
const now = new Date("2026-10-10T12:00:00Z");
const words = [...book.products.values()].flatMap(({ en, fr, es }) => [
	...en.slice(0, 2),
	...fr.slice(0, 1),
	...es.slice(0, 1),
]);
const facts = fc.dictionary(
	fc.constantFrom(
		"us_content",
		"metal_content",
		"melted_poured",
		"company",
		"quota",
		"metal_origin",
		"entry",
		"patented",
		"part_of",
		"transshipped",
		"vehicle_age_years",
		"upholstered",
	),
	fc.constantFrom(
		..."40 0 100 US CN GB RU Canfor over within yes no car truck 2026-09-01".split(
			" ",
		),
	),
	{ maxKeys: 3 },
);
const question = fc.record({
	query: fc.oneof(
		{ weight: 4, arbitrary: fc.constantFrom(...words) },
		fc.integer({ min: 1000, max: 9799 }).map((code) => String(code)),
	),
	importer: fc.constantFrom("US", "US", "CA", "MX", "EU", "GB", "CN"),
	origin: fc.constantFrom(
		..."CA MX CN DE JP KR GB BR IN VN CH US TW RU TR".split(" "),
	),
	on: fc
		.integer({ min: 0, max: 3650 })
		.map((days) => shiftDay("2018-01-01", { days })),
	facts,
});

function holds(check: (answer: TariffAnswer) => void, numRuns = 1500): void {
	fc.assert(
		fc.property(question, (asked) => check(answerTariff(asked, book, now))),
		{ numRuns, seed: 4 },
	);
}

test("every layer, charged or not, stands on a source with publisher and date", () => {
	const seen = new Set<string>();
	holds(({ claims }) => {
		for (const layer of claims.flatMap(({ layers }) => layers)) {
			const { kind, status, measure, sources } = layer;
			seen.add(kind === "base" ? "base" : status);
			expect(sources.length, `${measure} ${status}`).toBeGreaterThan(0);
			for (const { title, publisher, date, url, tier } of sources) {
				expect(title && publisher, measure).not.toBe("");
				expect(date, measure).toMatch(/^\d{4}/);
				// What is not official must be there to read.
				if (tier === "secondary") expect(url, measure).not.toBeNull();
			}
		}
	});
	const all = ["applies", "base", "does_not_apply", "needs_fact", "unknown"];
	expect([...seen].sort()).toEqual(all);
});

test("every layer that charges names its act, since when, and why", () => {
	holds(({ claims }) => {
		for (const layer of claims.flatMap(({ layers }) => layers)) {
			expect(layer.why, layer.measure).not.toBe("");
			if (layer.kind === "base" || layer.ratePercent === null) continue;
			expect(layer.instrument, layer.measure).not.toBe("");
			expect(layer.setBy, layer.measure).not.toBe("");
			expect(layer.from, layer.measure).toMatch(/^\d{4}-\d\d-\d\d$/);
		}
	});
});

test("every answer with a claim says up to when it was verified, and every change ahead its source", () => {
	holds(({ claims, verifiedTo, next }) => {
		if (claims.length > 0) expect(verifiedTo).toMatch(/^20\d\d-\d\d-\d\d$/);
		for (const { change, source } of next) {
			expect(change).not.toBe("");
			expect(source, change).not.toBeNull();
		}
	});
});

test("an exemption or exclusion stands on the act that grants it", () => {
	const asked = { query: "all goods", importer: "US", origin: "CA" };
	const freed = answerTariff({ ...asked, on: "2025-05-01" }, book, now)
		.claims.find(({ claim }) => claim === "USMCA")
		?.layers.find(({ measure }) => measure === "us-ieepa-ca");
	expect(freed?.status).toBe("does_not_apply");
	expect(freed?.sources[0]?.title).toContain("EO 14231");
	const kept = answerTariff(
		{ ...asked, query: "steel", on: "2025-07-01" },
		book,
		now,
	).claims[0]?.layers.find(({ measure }) => measure === "us-ieepa-ca");
	expect(kept?.sources[0]?.title).toContain("Proc. 10947");
});

/** What the layers come to, reckoned from what they say alone; null where nothing is charged for sure. */
function reckoned({ layers }: ClaimAnswer): number {
	const added = layers.filter(({ addsPercent }) => addsPercent !== null);
	return added.reduce((sum, { addsPercent }) => sum + (addsPercent ?? 0), 0);
}

test("a complete total is the sum of its layers, floors filling up what is below them", () => {
	holds(({ claims }) => {
		for (const claim of claims.filter(({ complete }) => complete)) {
			if (claim.totalPercent === null) continue;
			expect(claim.totalPercent).toBeCloseTo(reckoned(claim), 2);
			const base = claim.layers.find(({ kind }) => kind === "base");
			for (const layer of claim.layers) {
				const { kind, ratePercent, addsPercent, status, basis } = layer;
				if (status !== "applies" || ratePercent === null) continue;
				// Of part of the value, the share is the asker's to give.
				if (!/^(full value|total)/.test(basis)) continue;
				if (kind === "floor") {
					const short = Math.max(0, ratePercent - (base?.ratePercent ?? 0));
					expect(addsPercent).toBeCloseTo(short, 2);
				} else if (
					kind === "additional" ||
					kind === "surtax" ||
					kind === "adcvd"
				) {
					expect(addsPercent).toBeCloseTo(ratePercent, 2);
				}
			}
		}
	});
});

test("nothing unknown or open is ever called complete, and what is missing is said", () => {
	holds(({ claims }) => {
		for (const { layers, complete, missing } of claims) {
			const isBanned = layers.some(
				({ kind, status }) => kind === "prohibition" && status === "applies",
			);
			const isOpen = layers.some(
				({ status }) => status === "unknown" || status === "needs_fact",
			);
			if (isOpen && !isBanned) expect(complete).toBe(false);
			if (!complete) expect(missing).not.toEqual([]);
		}
	});
});

test("history has no gap, and each stretch is what asking on its days would say", () => {
	fc.assert(
		fc.property(question, fc.nat(), (asked, at) => {
			const { history } = answerTariff(asked, book, now);
			for (const claim of new Set(history.map((one) => one.claim))) {
				const stretches = history.filter((one) => one.claim === claim);
				stretches.slice(1).forEach(({ from }, before) => {
					const ended = stretches[before]?.to ?? "";
					expect(from).toBe(shiftDay(ended, { days: 1 }));
				});
			}
			const stretch = history[at % Math.max(1, history.length)];
			if (!stretch) return;
			for (const on of [stretch.from, stretch.to ?? stretch.from]) {
				const then = answerTariff({ ...asked, on }, book, now);
				const same = then.claims.find(({ claim }) => claim === stretch.claim);
				if (!same) continue;
				expect(same.totalPercent).toBe(stretch.totalPercent);
				expect(same.complete).toBe(stretch.complete);
			}
		}),
		{ numRuns: 500, seed: 4 },
	);
});

test("every measure carries its instruments, sources and the day it was verified", () => {
	for (const { id, tracks, verifiedTo } of book.measures) {
		expect(verifiedTo, id).toMatch(/^20\d\d-\d\d-\d\d$/);
		for (const { instrument } of tracks.flatMap(({ versions }) => versions)) {
			const act = book.instruments.get(instrument);
			expect(
				book.sources.get(act?.source ?? ""),
				`${id} ${instrument}`,
			).toBeDefined();
		}
	}
});
