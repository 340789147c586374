import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { summarise } from "../../src/news/summarise.ts";

const news = {
	title: "Mill wins appeal",
	summary: "A short text about the mill and its appeal.",
	body: [
		"Business · Analysis",
		"By Jo Roe",
		"Mill wins appeal.",
		"A steel mill in Hamilton has won its appeal against a duty of 35.5 per cent.",
		"“We can hire. We can build again,” the owner said. The court sat for two days.",
		"The duty ends on May 1.",
	].join("\n"),
};

test("takes the lead, past rubric, byline and title", () => {
	expect(summarise(news, { sentences: 1 }).summary).toBe(
		"A steel mill in Hamilton has won its appeal against a duty of 35.5 per cent.",
	);
});

test("keeps quotations whole and follows on from the lead", () => {
	expect(summarise(news).summary).toBe(
		"A steel mill in Hamilton has won its appeal against a duty of 35.5 per cent. “We can hire. We can build again,” the owner said.",
	);
});

test("keeps the sentence that made the match beside the lead", () => {
	const start = news.body.indexOf("ends on");
	const evidence = [{ field: "body" as const, start, end: start + 4 }];
	const { sentences, summary } = summarise(news, { evidence });
	expect(summary).toMatch(/^A steel mill .* The duty ends on May 1\.$/);
	expect(sentences.map((s) => news.body.slice(s.start, s.end)).join(" ")).toBe(
		summary,
	);
});

test.each([
	[{ ...news, body: "" }, "summary", news.summary],
	[{ ...news, body: "", summary: "" }, "title", news.title],
	[{ title: "", summary: "", body: "" }, "title", ""],
] as const)("falls back to what there is: %#", (text, field, summary) => {
	expect(summarise(text)).toMatchObject({ field, summary });
});

const lead = "Canada will match the tariff on steel from Friday.";
const tells = (body: string, title = "Title") =>
	summarise({ title, summary: "", body }, { sentences: 1 }).summary;

describe("passes over what pages say of themselves", () => {
	test.each([
		"By John Smith",
		"By Jane Doe, The Canadian Press",
		"By Ana Ruiz and Li Wei | Reuters",
		"Par Jeanne Tremblay",
		"Por María López Ruiz",
		"Published June 4, 2025 at 3:15 p.m.",
		"Last updated: 2025-06-04 10:00 EDT.",
		"Mis à jour le 4 juin 2025 à 10 h 15.",
		"Publicado el 4 de junio de 2025 a las 10:00 horas.",
		"Subscribe to our newsletter to get the day's news in your inbox.",
		"Already a subscriber? Log in to continue reading this article today.",
		"Abonnez-vous pour lire la suite de cet article dès maintenant.",
		"Suscríbete a nuestro boletín para recibir las noticias del día.",
		"Share this article on Facebook, X or by e-mail with your friends.",
		"We use cookies to improve your experience on our site, as told here.",
		"Nous utilisons des témoins pour améliorer votre expérience sur le site.",
		"Utilizamos cookies propias y de terceros para mejorar el servicio.",
		"Read more: Five things to know about the steel tariffs this week.",
		"À lire aussi : cinq choses à savoir sur les droits de douane.",
		"Lea también: cinco cosas que debe saber sobre los aranceles al acero.",
		"Story continues below advertisement and below this video player here.",
		"Photo: A worker pours steel at a mill in Hamilton, Ont., last year.",
		"A worker pours steel at a mill in Hamilton last year (Jo Roe/The Canadian Press)",
		"© 2025 The Daily Example. All rights reserved by the publisher here.",
		"This article was originally published by The Example in June of 2025.",
		"AGENCY: Office of the United States Trade Representative in Washington.",
	])("%s", (line) => {
		expect(tells(`${line}\n\n${lead} Much else is said here as well.`)).toBe(
			lead,
		);
	});

	test.each([
		"Read the tariff schedule and it is plain that steel pays fifty per cent.",
		"By Friday every mill in Hamilton will pay fifty per cent to the south.",
		"Shares of steel makers fell by a tenth in Toronto after the news came.",
		"Published rates for steel rose to fifty per cent on Friday in Washington.",
		"Sign of the times: the mill in Hamilton has cut its last shift to one.",
		"More than half of the mills in Hamilton have cut shifts since the spring.",
		"De Montréal à Vancouver, les usines attendent la décision de Washington.",
		"Photographers wanted a picture of the mill, but the owner said no to them.",
		"Related duties on aluminum will rise on the same day, the order says too.",
		"Support for the surtax is high in Ontario, a poll says, and falls in Alberta.",
		"We use steel from Hamilton because it is near, the builder said on Friday.",
	])("but not over news: %s", (line) => {
		expect(tells(`${line}\n\n${lead}`)).toBe(line);
	});

	test("nor over the last line of a feed's snippet", () => {
		const body = `${lead} The post Canada answers appeared first on Example.`;
		expect(summarise({ title: "", summary: "", body }).summary).toBe(lead);
	});
});

describe("begins behind the dateline", () => {
	test.each([
		"WASHINGTON (Reuters) - ",
		"WASHINGTON, June 3 (Reuters) — ",
		"MEXICO CITY (AP) — ",
		"OTTAWA — ",
		"OTTAWA, ON – ",
		"WASHINGTON, D.C. — ",
		"NEW YORK, June 5, 2025 /PRNewswire/ -- ",
		"México, 4 jun (EFE).- ",
		"Ciudad de México, 3 de junio (EFE).- ",
		"(Ottawa) ",
		"PARIS, 4 juin (AFP) - ",
		"By Jo Roe WASHINGTON, June 3 (Reuters) - ",
	])("%s", (dateline) => {
		expect(tells(`${dateline}${lead}`)).toBe(lead);
	});

	test.each([
		"Steel — Canada's largest export to the south — will pay fifty per cent.",
		"NATO says that its members buy more steel than they did last year.",
		"USMCA (also known as CUSMA) is up for review in July of next year.",
		"Carney - who leads the government - will speak to the mills on Friday.",
	])("but alters nothing else: %s", (sentence) => {
		expect(tells(sentence)).toBe(sentence);
	});
});

describe("short and odd texts", () => {
	test("a list's items are not taken for its lead", () => {
		const body = `${lead}\n- Steel: 50%\n- Copper: 25%\nMills in Hamilton welcomed the move on Tuesday.`;
		expect(summarise({ title: "", summary: "", body }).summary).toBe(
			`${lead} Mills in Hamilton welcomed the move on Tuesday.`,
		);
	});

	test("a sentence cut short by the feed yields to a whole one", () => {
		const body = `The mills said on Monday that they would…\n${lead}`;
		expect(tells(body)).toBe(lead);
		expect(tells("The mills said on Monday that they would…")).toBe(
			"The mills said on Monday that they would…",
		);
	});

	test("a page that only sells gives its first line rather than nothing", () => {
		expect(tells("Subscribe now. Log in.")).toBe("Subscribe now.");
	});

	test("a wire wrapped to a width keeps its sentences", () => {
		const body =
			"Canada will match the tariff on steel from Friday, and\nOttawa will tell the mills how on Thursday, Carney\nsaid to reporters in the House of Commons.\n    The mills wait.";
		expect(tells(body)).toBe(
			"Canada will match the tariff on steel from Friday, and\nOttawa will tell the mills how on Thursday, Carney\nsaid to reporters in the House of Commons.",
		);
	});
});

const piece = fc.constantFrom(
	"OTTAWA — ",
	"By Jo Roe\n",
	"“We will answer,” Carney said. ",
	"« Nous répondrons », a dit Carney. ",
	"¿Qué hará México? ",
	"The U.S. tariff is 35.5 per cent. ",
	"Read more: all\n",
	"\n\n",
	"- steel\n",
	"… ",
	"\u00a0",
	"😀 ",
);
const anyBody = fc.oneof(
	fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
	fc.string({ unit: "binary", maxLength: 300 }),
);

test("every sentence of a summary stands in the text, in order, from its first to its last unit", () => {
	fc.assert(
		fc.property(anyBody, fc.integer({ min: 1, max: 5 }), (body, sentences) => {
			const told = summarise({ title: "", summary: "", body }, { sentences });
			expect(told.sentences.length).toBeLessThanOrEqual(sentences);
			const words = told.sentences.map(({ start, end }) =>
				body.slice(start, end),
			);
			expect(told.summary).toBe(words.join(" "));
			for (const word of words) expect(word.trim()).toBe(word);
			const starts = told.sentences.map(({ start }) => start);
			expect(starts).toEqual(starts.toSorted((a, b) => a - b));
			if (body.trim() !== "") expect(told.summary).not.toBe("");
		}),
		{ numRuns: 1000 },
	);
});

test("passes a long row of spaces at its own length, not at its square", () => {
	const body = `Steel${" ".repeat(400_000)}rises.`;
	const news = { title: "Steel", summary: "", body };
	expect(summarise(news, { sentences: 1 }).sentences).toHaveLength(1);
});
