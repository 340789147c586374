import { describe, expect, test } from "vitest";
import { factsBesideBook } from "../../src/news/facts-beside-book.ts";
import { newsFacts } from "../../src/news/news-facts.ts";
import { readBook } from "../../src/tariffs/book.ts";
import { goodsFinderOf } from "../../src/tariffs/find-goods.ts";
import { newsArticle } from "./news-article.ts";

const book = readBook();

function beside(title: string, body: string, day: string, language = "en") {
	const detected = new Date(`${day}T15:00:00Z`);
	const article = newsArticle({ title, body, language, detected });
	return factsBesideBook(article, book);
}

/** `50 steel: same 50 Section 232 US<CA`. */
function told(...given: Parameters<typeof beside>): string[] {
	return beside(...given).rates.map(
		({ percent, goods, stance, beside: held }) => {
			const layers = held.layers.map(
				({ ratePercent, authority }) => `${ratePercent} ${authority}`,
			);
			return `${percent} ${goods.en} ${stance}: ${held.kind} ${layers.join(" + ")} ${held.importer}<${held.origin}`;
		},
	);
}

describe("holds the article's rate against the book", () => {
	test.each([
		[
			"the same",
			"Trump raised the tariff on Canadian steel to 50 per cent.",
			"2025-06-10",
			"50 steel stated: same 50 Section 232 US<CA",
		],
		[
			"another",
			"The U.S. charges 25 per cent on steel from Canada.",
			"2026-06-10",
			"25 steel stated: differs 50 Section 232 US<CA",
		],
		[
			"as of the day of the news",
			"The U.S. charges 25 per cent on steel from Brazil.",
			"2025-04-10",
			"25 steel stated: same 25 Section 232 US<BR",
		],
		[
			"as of the day on which it begins",
			"The U.S. will charge 50 per cent on steel from Brazil from June 4.",
			"2025-06-02",
			"50 steel stated: same 50 Section 232 US<BR",
		],
		[
			"several charges together",
			"U.S. duties on softwood lumber from Canada now total 45 per cent.",
			"2026-06-10",
			"45 lumber stated: same 10 Section 232 + 35.16 AD/CVD (A-122-857, C-122-858) US<CA",
		],
		[
			"as proposed",
			"Trump threatened a 100 per cent tariff on steel from Canada.",
			"2026-06-10",
			"100 steel proposed: differs 50 Section 232 US<CA",
		],
		[
			"of another importer",
			"Canada's 25 per cent surtax on American cars stays.",
			"2026-06-10",
			"25 autos stated: same 25 United States Surtax Order (Motor Vehicles 2025) CA<US",
		],
	])("%s", (_, body, day, expected) => {
		expect(told("News", body, day)).toEqual([expected]);
	});

	test.each([
		[
			"no importer is named",
			"A 25 per cent tariff on steel from Canada applies.",
		],
		[
			"the rate is history",
			"In 2018 the U.S. imposed a 25 per cent tariff on Canadian steel.",
		],
		[
			"it was ended",
			"The U.S. lifted its 25 per cent tariff on Canadian steel.",
		],
		[
			"it is a share",
			"The U.S. buys 25 per cent of its steel from Canada despite tariffs.",
		],
		[
			"the goods are not held",
			"The U.S. put a 100 per cent tariff on films from Canada.",
		],
		[
			"the book has nothing beside the ordinary rate",
			"The U.S. charged a 99 per cent tariff on coffee from Chile.",
		],
	])("says nothing where %s", (_, body) => {
		expect(told("News", body, "2025-03-20")).toEqual([]);
	});

	test("an origin that is not named differs only if no usual origin pays it", () => {
		const body = (rate: number) =>
			`The U.S. charges ${rate} per cent on steel.`;
		expect(told("News", body(25), "2026-06-10")).toEqual([
			"25 steel stated: same 25 Section 232 US<GB",
		]);
		expect(told("News", body(77), "2025-06-10")).toEqual([]);
	});

	test("a headline without an origin yields to the sentence that names it", () => {
		expect(
			told(
				"Trump puts a 50% tariff on steel",
				"Trump raised the tariff on Brazilian steel to 50 per cent.",
				"2025-06-10",
			),
		).toEqual(["50 steel stated: same 50 Section 232 US<BR"]);
	});

	test("the first telling stands, whatever came before it in law", () => {
		const body =
			"The U.S. raised the tariff on Canadian steel to 50 per cent. The U.S. charged 25 per cent on Canadian steel.";
		expect(told("News", body, "2025-06-10")).toHaveLength(1);
	});
});

describe("keeps four dates apart", () => {
	const body =
		"Ottawa's surtax on steel takes effect July 1. Comments are due by July 31, the order of June 20 says.";

	test("published and detected are the article's, effective and deadline the text's", () => {
		expect(beside("News", body, "2025-06-25")).toMatchObject({
			effective: "2025-07-01",
			deadline: "2025-07-31",
		});
	});

	test("days gone by are not shown", () => {
		expect(beside("News", body, "2025-09-25")).toMatchObject({
			effective: null,
			deadline: null,
		});
	});

	test("tomorrow is told on the clock of most of our news", () => {
		const article = newsArticle({
			title: "The tariffs take effect tomorrow.",
			published: new Date("2025-06-04T02:00:00Z"),
		});
		const [day] = newsFacts(article, goodsFinderOf(book)).days;
		expect(day).toMatchObject({ day: "2025-06-04", field: "title" });
	});

	test("and by what is dated to a day from that day", () => {
		const article = newsArticle({
			title: "The tariffs take effect tomorrow.",
			published: new Date("2025-06-04T00:00:00Z"),
		});
		const [day] = newsFacts(article, goodsFinderOf(book)).days;
		expect(day).toMatchObject({ day: "2025-06-05" });
	});
});

test("links the acts that the book holds, and no others", () => {
	const body =
		"Proclamation 10947 and SOR/2025-95 stand; Proclamation 19999 does not exist.";
	const { acts } = beside("News", body, "2025-06-25");
	expect(acts.map(({ title }) => title)).toEqual([
		"Proc. 10947",
		"SOR/2025-95",
	]);
	for (const { url } of acts) expect(url).toMatch(/^https:/);
});

test("reads French and Spanish", () => {
	expect(
		told(
			"Acier",
			"Les États-Unis portent à 50 % les droits sur l'acier canadien.",
			"2025-06-10",
			"fr",
		),
	).toEqual(["50 steel stated: same 50 Section 232 US<CA"]);
	expect(
		told(
			"Acero",
			"Estados Unidos elevó a 50% el arancel al acero mexicano.",
			"2025-06-10",
			"es",
		),
	).toEqual(["50 steel stated: same 50 Section 232 US<MX"]);
});
