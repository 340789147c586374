import { expect, test } from "vitest";
import { answerTariff } from "../../src/tariffs/answer-tariff.ts";
import { readBook } from "../../src/tariffs/book.ts";

const book = readBook();

function layer(
	measure: string,
	asked: { query: string; origin: string; on: string },
	facts: Readonly<Record<string, string>> = {},
) {
	const question = { importer: "US", facts, ...asked };
	const { claims } = answerTariff(question, book, new Date("2026-10-08"));
	return claims.at(-1)?.layers.find((one) => one.measure === measure);
}

test.each([
	["DE", "2018-05-31", 0],
	["DE", "2018-06-01", 25],
	["DE", "2021-12-31", 25],
	["TR", "2018-08-12", 25],
	["TR", "2018-08-13", 50],
	["TR", "2019-05-20", 50],
	["TR", "2019-05-21", 25],
	["UA", "2022-05-31", 25],
	["UA", "2022-06-01", 0],
	["KR", "2020-01-01", 0],
	["KR", "2025-03-12", 25],
	["IN", "2018-03-23", 25],
])("steel of %s on %s paid %d%%", (origin, on, ratePercent) => {
	const found = layer("us-232-steel", { query: "steel", origin, on });
	expect(found).toMatchObject({ ratePercent, status: "applies" });
});

test.each(["DE", "GB", "JP"])(
	"steel of %s within its quota was free, over it 25%%",
	(origin) => {
		const asked = { query: "steel", origin, on: "2023-01-01" };
		const found = (quota: Readonly<Record<string, string>>) =>
			layer("us-232-steel", asked, quota);
		expect(found({})).toMatchObject({ status: "needs_fact", ratePercent: 25 });
		expect(found({ quota: "over" })).toMatchObject({ status: "applies" });
		expect(found({ quota: "within" })).toMatchObject({
			status: "does_not_apply",
		});
	},
);

test.each([
	["20", 20],
	["60", 15],
	["90", 15],
])(
	"a Canadian bulldozer of %s%% US content comes to %d%% under USMCA",
	(us_content, adds) => {
		const asked = { query: "bulldozers", origin: "CA", on: "2026-07-01" };
		expect(layer("us-232-metal-ic", asked, { us_content })?.addsPercent).toBe(
			adds,
		);
	},
);

test("Brazil paid 40% beside the reciprocal 10%, and coffee neither after November 2025", () => {
	const goods = { query: "shoes", origin: "BR", on: "2025-12-01" };
	expect(layer("us-ieepa-br", goods)?.addsPercent).toBe(40);
	expect(layer("us-ieepa-reciprocal", goods)?.addsPercent).toBe(10);
	const coffee = { ...goods, query: "coffee" };
	expect(layer("us-ieepa-br", coffee)).toBeUndefined();
	expect(layer("us-ieepa-reciprocal", coffee)).toBeUndefined();
});
