import { expect, test } from "vitest";
import { tellStory } from "../../src/news/tell-story.ts";
import { newsArticle } from "./news-article.ts";

/** Written with the words of every market report; no two tell one event. */
const reports: readonly (readonly [string, string])[] = [
	[
		"Norland's fourth-quarter trade deficit at 2.6 billion dollars",
		"Norland had a trade deficit of 2.6 billion dollars in the fourth quarter, against a revised deficit of 2.9 billion dollars in the third quarter of the year, official figures showed. Exports rose by 3.1 per cent and imports fell by 1.2 per cent.",
	],
	[
		"Ostrova Oil's earnings fall sharply on lower prices",
		"Ostrova Oil said its earnings for the fourth quarter of the year fell sharply because of lower crude prices and higher exploration costs. Profit fell to 210 million dollars from 390 million dollars, and revenue by 14 per cent to 3.2 billion dollars.",
	],
	[
		"Bank of Meridia raises its deposit rate",
		"The Bank of Meridia said it raised the rate it pays on three-month deposits to 5.5 per cent from 5.25 per cent, effective on Monday, because of a tight money market. Analysts had expected the central bank to leave rates unchanged this month.",
	],
	[
		"Western growers see bigger barley crop",
		"Barley production is expected to rise by 7 per cent this year to 9.1 million tonnes from 8.5 million tonnes last year, the growers' association said in a forecast. Domestic demand is estimated at 6 million tonnes, and exports at 2.4 million tonnes.",
	],
	[
		"Talvik's reserves reach record",
		"Foreign exchange reserves of Talvik reached a record 53 billion dollars in March, compared with 50 billion dollars in February and 25 billion dollars a year earlier, the central bank said. Officials said the surplus on the current account continued to grow.",
	],
	[
		"Harrow Steel to sell stake in unit",
		"Harrow Steel said it agreed to sell a 30 per cent stake in its pipe unit to a group of investors for 640 million dollars in cash. The company said it expected a gain of 120 million dollars in the second quarter, and would use the capital to reduce its debt.",
	],
	[
		"Price of cocoa falls to two-year low",
		"The price of cocoa fell to its lowest level in two years in London, dealers said, as producers in Equatoria sold their crop ahead of a meeting of exporting countries. Futures for May delivery closed at 1,310 pounds a tonne, down 2 per cent.",
	],
];
const pairs = reports.flatMap((one, i) =>
	reports
		.slice(i + 1)
		.map((other) => ({ titles: `${one[0]} | ${other[0]}`, one, other })),
);

test.each(pairs)("two stories: $titles", ({ one, other }) => {
	const [first, second] = [one, other].map(([title, summary]) =>
		newsArticle({ title, summary }),
	);
	if (!first || !second) throw new Error("two articles were given");
	const { story } = tellStory(first, []);
	expect(tellStory(second, [story]).change).toBe("new");
});

test("a market report retold in other words is one story", () => {
	const first = newsArticle({
		title: "Harrow Steel to sell stake in unit",
		summary:
			"Harrow Steel said it agreed to sell a 30 per cent stake in its pipe unit to a group of investors for 640 million dollars in cash.",
	});
	const second = newsArticle({
		title: "Investors buy into Harrow's pipe maker",
		summary:
			"A group of investors will pay Harrow Steel 640 million dollars for 30 per cent of its pipe-making unit, the steelmaker said.",
	});
	const { story } = tellStory(first, []);
	expect(tellStory(second, [story]).change).not.toBe("new");
});
