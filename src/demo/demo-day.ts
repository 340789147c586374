import type { FeedKind } from "../news/article.ts";

export interface DemoOutlet {
	readonly id: string;
	readonly title: string;
	readonly kind: FeedKind;
	readonly language: string;
	/** From this second on the outlet serves a web page instead of its feed. */
	readonly breaksAt?: number;
}

export interface DemoItem {
	readonly outlet: string;
	/** Seconds after the day begins; below zero it was there before. */
	readonly at: number;
	/** The same id later in the list is an edit of the item. */
	readonly id: string;
	readonly title: string;
	readonly text: string;
}

/** Everything here is invented to show what the bot does; nobody said or decided any of it. */
export const demoOutlets: readonly DemoOutlet[] = [
	{ id: "wire", title: "Demo Wire", kind: "media", language: "en" },
	{
		id: "harbour",
		title: "Harbour Post (demo)",
		kind: "media",
		language: "en",
	},
	{
		id: "quotidien",
		title: "Le Quotidien (démo)",
		kind: "media",
		language: "fr",
	},
	{ id: "gazette", title: "Demo Gazette", kind: "official", language: "en" },
	{
		id: "broken",
		title: "Broken Bulletin (demo)",
		kind: "media",
		language: "en",
		breaksAt: 6,
	},
];

/** A trade day in under a minute: one story from three outlets, an edit, a change, a notice, a statement, an attack. */
export const demoItems: readonly DemoItem[] = [
	{
		outlet: "wire",
		at: -7200,
		id: "wire-backlog",
		title: "Port traffic steady as importers wait for tariff news",
		text: "Container volumes at the two largest ports were unchanged last week. Importers say they are holding orders until the steel tariffs are settled.",
	},
	{
		outlet: "broken",
		at: -3600,
		id: "broken-backlog",
		title: "Bulletin: nothing to report",
		text: "A quiet morning.",
	},
	{
		outlet: "wire",
		at: 3,
		id: "review-opens",
		title: "CUSMA review to open on January 12, three countires say",
		text: "Canada, the United States and Mexico will open the formal review of CUSMA on January 12, officials from the three countries said in a joint note. The first round covers rules of origin for autos and the dairy panel. Business groups had asked for an early start.",
	},
	{
		outlet: "harbour",
		at: 3,
		id: "hp-review",
		title: "Three countries to open CUSMA review on January 12",
		text: "The formal review of CUSMA will open on January 12, Canada, the United States and Mexico said in a joint note. Rules of origin for autos and the dairy panel come first.",
	},
	{
		outlet: "gazette",
		at: 9,
		id: "gazette-steel",
		title: "Notice: request window for steel tariffs under Section 232 reopens",
		text: "The Department gives notice that the window for requests concerning steel tariffs under Section 232 reopens for fourteen days. Requests must name the HTS heading of the article and the country where the steel was melted and poured.",
	},
	{
		outlet: "quotidien",
		at: 12,
		id: "lq-revision",
		title: "La révision de l’ACEUM s’ouvrira le 12 janvier",
		text: "Le Canada, les États-Unis et le Mexique ouvriront le 12 janvier la révision de l’ACEUM (CUSMA), selon une note commune. Les règles d’origine pour les autos et le groupe spécial sur les produits laitiers seront abordés en premier.",
	},
	{
		outlet: "wire",
		at: 16,
		id: "greer-speaks",
		title: "Greer: the review will take the time it needs",
		text: "U.S. Trade Representative Jamieson Greer told the demo committee that no deadline had been set for tariffs on steel. “The review will take the time it needs, and we would rather have it right than early,” Greer said. Members asked about exclusions.",
	},
	{
		outlet: "harbour",
		at: 22,
		id: "hp-hostile",
		title:
			"@everyone <!channel> <b>Steel tariffs</b> [free money](https://example.invalid) <script>alert(1)</script>",
		text: "A headline that tries to ping everyone about steel tariffs, and pings nobody.",
	},
	{
		outlet: "wire",
		at: 28,
		id: "review-opens",
		title: "CUSMA review to open on January 12, three countries say",
		text: "Canada, the United States and Mexico will open the formal review of CUSMA on January 12, officials from the three countries said in a joint note. The first round covers rules of origin for autos and the dairy panel. Business groups had asked for an early start.",
	},
	{
		outlet: "harbour",
		at: 34,
		id: "hp-moved",
		title: "CUSMA review moved: three countries now to open it on February 9",
		text: "The formal review of CUSMA will open on February 9 and not in January, Canada, the United States and Mexico said in a second joint note. Rules of origin for autos and the dairy panel still come first.",
	},
	{
		outlet: "wire",
		at: 40,
		id: "lumber-talks",
		title: "Softwood lumber duties: producers ask for a quota instead",
		text: "Softwood lumber producers on both sides of the border asked for a quota in place of the countervailing and antidumping duties on softwood lumber. No government has answered.",
	},
];
