/** How large a made-up feed is. */
export interface FeedShape {
	readonly items: number;
	/** In each item, over its texts. */
	readonly words: number;
}

const vocabulary =
	"tariff steel duty order customs importer Canada rate the of and to in for on entry notice review office trade quota dairy lumber surtax".split(
		" ",
	);

/** An RSS 2.0 feed as newspapers write them, the same in every run. */
export function writeRss({ items, words }: FeedShape): string {
	const text = makeText();
	const item = (_: unknown, at: number) =>
		`<item><title>${text(9)} &#8217;s</title><link>https://news.example.com/a/${at}</link><guid isPermaLink="false">id-${at}</guid><pubDate>Tue, 24 Nov 2026 ${String(at % 24).padStart(2, "0")}:10:00 GMT</pubDate><dc:creator>Jane Doe</dc:creator><category>trade</category><category>steel</category><description><![CDATA[<p>${text(words / 4)}</p>]]></description><content:encoded><![CDATA[${html(text, words)}]]></content:encoded><media:thumbnail url="https://news.example.com/t/${at}.jpg"/></item>\n`;
	return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>News</title><link>https://news.example.com/</link><language>en</language>
${Array.from({ length: items }, item).join("")}</channel></rss>`;
}

/** The same as Atom 1.0. */
export function writeAtom({ items, words }: FeedShape): string {
	const text = makeText();
	const entry = (_: unknown, at: number) =>
		`<entry><title>${text(9)}</title><link rel="alternate" href="https://news.example.com/a/${at}"/><id>tag:news.example.com,2026:${at}</id><published>2026-11-24T10:00:00Z</published><updated>2026-11-24T10:00:00Z</updated><author><name>Jane Doe</name></author><category term="steel"/><summary type="text">${text(words / 4)}</summary><content type="html">${html(text, words).replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</content></entry>\n`;
	return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>urn:news</id><link href="https://news.example.com/"/><updated>2026-11-24T00:00:00Z</updated>
${Array.from({ length: items }, entry).join("")}</feed>`;
}

function html(text: (words: number) => string, words: number): string {
	const third = words / 4;
	return `<p>${text(third)} <a href="https://news.example.com/more?a=1&amp;b=2">${text(4)}</a> &amp; ${text(third)}</p><p><img src="https://news.example.com/i.jpg" alt="x"> ${text(third)} <b>${text(2)}</b></p>`;
}

function makeText(): (words: number) => string {
	let state = 7;
	return (words) => {
		const chosen: string[] = [];
		for (let at = 0; at < words; at++) {
			state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
			chosen.push(vocabulary[(state >>> 8) % vocabulary.length] ?? "");
		}
		return chosen.join(" ");
	};
}
