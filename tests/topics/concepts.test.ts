import { expect, test } from "vitest";
import {
	conceptOf,
	concepts,
	findConcept,
	nearConcepts,
} from "../../src/topics/concepts/find-concept.ts";
import { readPhrase } from "../../src/topics/read-phrase.ts";

test.each([
	["cusma", "cusma"],
	["USMCA", "cusma"],
	["ACEUM", "cusma"],
	["t-mec", "cusma"],
	["new NAFTA", "cusma"],
	["nafta", "nafta"],
	["acier", "steel"],
	["Acero", "steel"],
	["section-232", "section232"],
	["sección 232", "section232"],
	["bois d’oeuvre", "lumber"],
	["CA", "canada"],
	["Mexique", "mexico"],
	["México", "mexico"],
	["greer", "greer"],
	["Jamieson Greer", "greer"],
	["Šefčovič", "sefcovic"],
])("the name %s means %s", (name, id) => {
	expect(findConcept(name)?.id).toBe(id);
});

test("a kind narrows what a name may mean", () => {
	expect(findConcept("canada", "country")?.id).toBe("canada");
	expect(findConcept("canada", "sector")).toBeUndefined();
	expect(findConcept("automotive", "sector")?.id).toBe("automotive");
});

test("offers what is near a misspelt name, and nothing for what is far from all", () => {
	expect(nearConcepts("cusmma")).toEqual(["cusma"]);
	expect(nearConcepts("steal")[0]).toBe("steel");
	expect(nearConcepts("agricultur", "sector")).toEqual(["agriculture"]);
	expect(nearConcepts("zzzzqqqqxxxx")).toEqual([]);
});

test("every concept has an id of its own, three names, and forms that a query can hold", () => {
	expect(new Set(concepts.map(({ id }) => id)).size).toBe(concepts.length);
	for (const { id, names, forms, not, of } of concepts) {
		expect(id).toMatch(/^[a-z0-9]+$/);
		expect(Object.values(names).every(Boolean), id).toBe(true);
		const all = Object.values(forms).flat();
		expect(all.length, id).toBeGreaterThan(0);
		for (const text of [...all, ...not]) {
			expect(() => readPhrase({ text, at: 0 }), `${id}: ${text}`).not.toThrow();
		}
		for (const other of of) expect(conceptOf(other).kind).not.toBe("sector");
	}
});

test("a person's surname does not mean a namesake", () => {
	const { forms, not } = conceptOf("greer");
	expect(forms.en).toContain("Greer");
	expect(not).toContain("Germaine Greer");
});
