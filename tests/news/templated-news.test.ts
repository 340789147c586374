import { expect, test } from "vitest";
import { makeStoryTeller } from "../../src/news/story-teller.ts";
import { type Given, newsArticle } from "./news-article.ts";

const goods =
	"Mattresses,Wire Rod,Citric Acid,Frozen Shrimp,Honey,Ceramic Tile,Tires,Silicon Metal,Plywood,Pencils,Melamine,Copper Tube,Quartz Slabs,Float Glass,Hand Trucks,Garlic,Brake Drums,Paper Bags,Kitchen Racks,Solar Cells".split(
		",",
	);
const origins =
	"Malaysia,Taiwan,Mexico,India,Türkiye,the Republic of Korea,Italy,Oman,South Africa,Vanuatu".split(
		",",
	);
const stages =
	"Final Results of Antidumping Duty Administrative Review,Preliminary Results of Countervailing Duty Administrative Review,Final Affirmative Determination of Sales at Less Than Fair Value,Initiation of Less-Than-Fair-Value Investigation,Continuation of Antidumping Duty Order,Notice of Court Decision Not in Harmony,Initiation of Changed Circumstances Review".split(
		",",
	);
const actors =
	"Ottawa,Tokyo,Brussels,Seoul,Delhi,London,Mexico,Brasilia,Beijing,Taipei".split(
		",",
	);
const acts = "lowers,protests,raises,welcomes,exempts,contests".split(",");

/** Every notice that the lists give, each two of which are two acts. */
function notices(): Given[] {
	return goods.flatMap((good) =>
		origins.flatMap((origin) =>
			stages.map((stage, i) => ({
				title: `${good} From ${origin}: ${stage}; 2024`,
				summary:
					i % 2 === 0
						? `The U.S. Department of Commerce (Commerce) determines that producers and exporters of ${good.toLowerCase()} from ${origin} made sales of subject merchandise at less than normal value during the period of review July 1, 2024, through June 30, 2025.`
						: "Interested parties are invited to comment. For further information contact Enforcement and Compliance, International Trade Administration, Washington, DC 20230.",
			})),
		),
	);
}

function headlines(): Given[] {
	return goods.flatMap((good) =>
		actors.flatMap((actor) =>
			acts.map((act) => ({
				title: `${actor} ${act} ${good.toLowerCase()} tariffs`,
				summary: `${actor} ${act} the tariffs on imported ${good.toLowerCase()}, a notice said on Monday.`,
			})),
		),
	);
}

/** In an order that mixes the lists, the same on every run. */
function mixed<Item>(items: readonly Item[]): Item[] {
	return items.flatMap((_, i) => items[(i * 7919) % items.length] ?? []);
}

test.each<[string, Given[]]>([
	["notices", notices()],
	["headlines", headlines()],
])(
	"gives each of many %s of one pattern a story of its own",
	{
		timeout: 60_000,
	},
	(_, given) => {
		const teller = makeStoryTeller();
		const joined = mixed(given).filter(
			(one, i) =>
				teller.tell(newsArticle({ ...one, hours: i / 60 })).change !== "new",
		);
		expect(joined).toEqual([]);
	},
);
