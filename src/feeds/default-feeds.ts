import type { FeedKind } from "../news/article.ts";
import type { Feed } from "./feed.ts";

/** The edition of Google News that Mexico reads. */
const spanish = "hl=es-419&gl=MX&ceid=MX:es-419";

/**
 * The feeds polled when no feeds file is set: governments, gazettes and the
 * press of the United States, Canada and Mexico, the EU and the WTO, and news
 * searches for the agreement under its four names.
 */
export const defaultFeeds: readonly Feed[] = [
	...registerFeeds(),
	...unitedStates(),
	...canada(),
	...mexico(),
	...world(),
	...press(),
	...newsSearches(),
];

/**
 * The Federal Register's document search (federalregister.gov/developers): by
 * agency, and for all that touches Chapter 99 of the HTS, whose acts name its
 * subchapter III, where the 9903 headings stand. Only this form tells when a
 * document takes effect and until when it may be commented on.
 */
function registerFeeds(): Feed[] {
	const agencies = [
		["ustr", "USTR", "trade-representative-office-of-united-states"],
		["cbp", "CBP", "u-s-customs-and-border-protection"],
		["ita", "Commerce (ITA)", "international-trade-administration"],
		["usitc", "USITC", "international-trade-commission"],
		["bis", "Commerce (BIS)", "industry-and-security-bureau"],
	] as const;
	return [
		...agencies.map(([id, name, slug]) =>
			official(
				`federal-register-${id}`,
				`Federal Register: ${name}`,
				registerSearch("[agencies][]", slug),
			),
		),
		official(
			"federal-register-presidential",
			"Federal Register: presidential documents",
			registerSearch("[type][]", "PRESDOCU"),
		),
		// A day or more before they are published.
		official(
			"federal-register-inspection",
			"Federal Register: on public inspection",
			"https://www.federalregister.gov/api/v1/public-inspection-documents/current.json",
		),
		official(
			"federal-register-chapter-99",
			"Federal Register: Chapter 99",
			registerSearch("[term]", '"subchapter III of chapter 99"'),
		),
	];
}

function registerSearch(condition: string, value: string): string {
	const fields = [
		...["document_number", "title", "type", "abstract", "excerpts"],
		...["html_url", "publication_date", "agencies"],
		...["dates", "effective_on", "comments_close_on"],
	];
	const query = new URLSearchParams({ order: "newest", per_page: "100" });
	for (const field of fields) query.append("fields[]", field);
	query.append(`conditions${condition}`, value);
	return `https://www.federalregister.gov/api/v1/documents.json?${query}`;
}

function unitedStates(): Feed[] {
	return [
		official(
			"white-house-actions",
			"White House: presidential actions",
			"https://www.whitehouse.gov/presidential-actions/feed/",
		),
		official(
			"usitc-hts",
			"USITC: HTS revisions",
			"https://hts.usitc.gov/reststop/releaseList",
		),
		official("ustr", "USTR", "https://ustr.gov/rss.xml"),
		official("cbp-trade", "CBP: trade", "https://www.cbp.gov/rss/trade"),
		official(
			"cbp-adcvd",
			"CBP: antidumping and countervailing duties",
			"https://www.cbp.gov/rss/trade-adcvd",
		),
		// What brokers file by: headings, entry dates, systems.
		{
			...official(
				"cbp-csms",
				"CBP: CSMS messages",
				"https://content.govdelivery.com/accounts/USDHSCBP/widgets/USDHSCBP_WIDGET_2.rss",
			),
			reader: "notices",
		},
	];
}

/** Canada's newsroom serves every department as Atom (api.io.canada.ca). */
function canada(): Feed[] {
	const newsroom = (department: string) =>
		`https://api.io.canada.ca/io-server/gc/news/en/v2?dept=${department}&sort=publishedDate&orderBy=desc&pick=50&format=atom`;
	return [
		official(
			"global-affairs-canada",
			"Global Affairs Canada",
			newsroom("departmentofforeignaffairstradeanddevelopment"),
		),
		official(
			"finance-canada",
			"Department of Finance Canada",
			newsroom("departmentfinance"),
		),
		official("cbsa", "CBSA", newsroom("canadaborderservicesagency")),
		cbsaList("cbsa-notices", "CBSA: customs notices", "cn-ad/menu-eng.html"),
		cbsaList("cbsa-memoranda", "CBSA: D memoranda", "dm-md/d1-d23-eng.html"),
		official(
			"prime-minister-canada",
			"Prime Minister of Canada",
			"https://www.pm.gc.ca/en/news.rss",
		),
		gazette("canada-gazette-1", "Canada Gazette, Part I", "p1"),
		gazette("canada-gazette-2", "Canada Gazette, Part II", "p2"),
		// Its decisions and reports carry the tariffs' effects on Canada's economy.
		official(
			"bank-of-canada",
			"Bank of Canada",
			"https://www.bankofcanada.ca/content_type/press-releases/feed/",
		),
	];
}

function cbsaList(id: string, title: string, page: string): Feed {
	const url = `https://www.cbsa-asfc.gc.ca/publications/${page}`;
	return { ...official(id, title, url), reader: "notices" };
}

function gazette(id: string, title: string, part: string): Feed {
	const url = `https://gazette.gc.ca/rss/${part}-eng.xml`;
	return { ...official(id, title, url), reader: "canada-gazette" };
}

/**
 * The Diario Oficial's summary of the day, and its notes and those of the
 * Secretaría de Economía, which has no feed, by news search as well: the
 * Diario's server answers few networks.
 */
function mexico(): Feed[] {
	return [
		{
			...official(
				"dof",
				"Diario Oficial de la Federación",
				"https://dof.gob.mx/sumario.xml",
			),
			language: "es",
		},
		{
			...newsSearch("dof-search", "site:dof.gob.mx arancel", spanish),
			title: "DOF (Google News)",
			kind: "official",
		},
		{
			...newsSearch(
				"economia-search",
				"site:gob.mx Secretaría de Economía aranceles",
				spanish,
			),
			title: "Economía (Google News)",
			kind: "official",
			verified: false,
		},
	];
}

function world(): Feed[] {
	return [
		official(
			"eu-trade",
			"European Commission: trade",
			"https://policy.trade.ec.europa.eu/node/2/rss_en",
		),
		official("wto", "WTO", "https://www.wto.org/library/rss/latest_news_e.xml"),
		{
			...official("piie", "PIIE", "https://www.piie.com/rss/update.xml"),
			kind: "opinion",
		},
	];
}

function press(): Feed[] {
	const cbc = (section: string) =>
		`https://www.cbc.ca/webfeed/rss/rss-${section}`;
	const globe = (section: string) =>
		`https://www.theglobeandmail.com/arc/outboundfeeds/rss/category/${section}/`;
	const rows: readonly PressRow[] = [
		["cbc-politics", "CBC", "en", cbc("politics")],
		["cbc-business", "CBC", "en", cbc("business")],
		["cbc-world", "CBC", "en", cbc("world")],
		["globe-business", "The Globe and Mail", "en", globe("business")],
		["globe-politics", "The Globe and Mail", "en", globe("politics")],
		[
			"financial-post",
			"Financial Post",
			"en",
			"https://financialpost.com/feed",
		],
		[
			"bbc-business",
			"BBC",
			"en",
			"https://feeds.bbci.co.uk/news/business/rss.xml",
		],
		[
			"guardian-business",
			"The Guardian",
			"en",
			"https://www.theguardian.com/business/rss",
		],
		["npr-business", "NPR", "en", "https://feeds.npr.org/1006/rss.xml"],
		[
			"la-presse-affaires",
			"La Presse",
			"fr",
			"https://www.lapresse.ca/affaires/rss",
		],
		[
			"radio-canada-economie",
			"Radio-Canada",
			"fr",
			"https://ici.radio-canada.ca/info/rss/economie/en-continu",
		],
		[
			"el-financiero",
			"El Financiero",
			"es",
			"https://www.elfinanciero.com.mx/arc/outboundfeeds/rss/?outputType=xml",
		],
	];
	return [
		...rows.map(([id, title, language, url]) =>
			feed({ id, title, url, language, kind: "media" }),
		),
		{
			...feed({
				id: "el-economista",
				title: "El Economista",
				url: "https://www.eleconomista.com.mx/rss/economia.xml",
				language: "es",
				kind: "media",
			}),
			// Several spellings of this address are about; none is documented.
			verified: false,
		},
	];
}

type PressRow = readonly [
	id: string,
	title: string,
	language: string,
	url: string,
];

/** Each name of the agreement, searched in the press that uses it. */
function newsSearches(): Feed[] {
	return [
		newsSearch("search-cusma", "CUSMA", "hl=en-CA&gl=CA&ceid=CA:en"),
		newsSearch("search-usmca", "USMCA", "hl=en-US&gl=US&ceid=US:en"),
		newsSearch("search-aceum", "ACEUM", "hl=fr-CA&gl=CA&ceid=CA:fr"),
		newsSearch("search-t-mec", '"T-MEC"', spanish),
	];
}

function newsSearch(id: string, words: string, edition: string): Feed {
	const query = encodeURIComponent(words);
	return feed({
		id,
		title: `Google News: ${words.replaceAll('"', "")}`,
		url: `https://news.google.com/rss/search?q=${query}&${edition}`,
		language: edition.slice(3, 5),
		kind: "media",
	});
}

function official(id: string, title: string, url: string): Feed {
	return feed({ id, title, url, language: "en", kind: "official" });
}

function feed(known: {
	id: string;
	title: string;
	url: string;
	language: string;
	kind: FeedKind;
}): Feed {
	return { ...known, verified: true };
}
