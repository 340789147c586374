import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanAnyHtml } from "../../src/feeds/clean-html.ts";
import { cleanSimpleHtml } from "../../src/feeds/clean-simple-html.ts";

test.each([
	[
		'<p class="lead">Duty of <b>50%</b> &amp; more&nbsp;&#8217;</p><hr>',
		"<p>Duty of <b>50%</b> &amp; more\u00a0’</p><hr />",
	],
	[
		'<a href="https://example.com/a?b=1&amp;c=2" target="_blank" onclick="x()">a > b</a>',
		'<a href="https://example.com/a?b=1&amp;c=2">a &gt; b</a>',
	],
	[
		'<img alt="" src="https://example.com/i.png" width="20"/>',
		'<img alt="" src="https://example.com/i.png" width="20" />',
	],
])("keeps plainly written HTML: %s", (html, clean) => {
	expect(cleanSimpleHtml(html)).toBe(clean);
	expect(cleanAnyHtml(html, null)).toBe(clean);
});

test.each([
	"<script>alert(1)</script>",
	'<a href="javascript:alert(1)">x</a>',
	'<a href="https://example.com/../x">x</a>',
	'<a href="https://example.com/%2E%2e/x">x</a>',
	'<a href="https://EXAMPLE.com/">x</a>',
	'<a href="https://xn--80ak6aa92e.com/">x</a>',
	'<a href="https://1.2.3.4/">x</a>',
	'<a href="//example.com/">x</a>',
	'<a href="https://example.com/" href="https://other.example/">x</a>',
	'<a href="https://example.com/?a=1&copy=2">x</a>',
	"<a href=https://example.com/>x</a>",
	"<p>one<p>two</p>",
	"<p><div>x</div></p>",
	"<b>open",
	"</b>",
	"a & b",
	"&unknown;",
	"&#0;",
	"<P>x</P>",
	"<style>p{}</style>",
	"<!-- x -->",
	"<svg><p>x</p></svg>",
	"<p".repeat(9),
])("leaves to the library: %s", (html) => {
	expect(cleanSimpleHtml(html)).toBeNull();
});

const pieces = fc.constantFrom(
	...'<p>|</p>|<b>|</b>|<br>|<br/>|<hr />|<ul>|</ul>|<li>|</li>|<h2>|</h2>|<div class="x">|</div>|<span/>|<p title="a">'.split(
		"|",
	),
	..."words| |\n|>|<|&|&amp;|&lt;|&gt;|&quot;|&nbsp;|&eacute;|&#39;|&#x2019;|&#150;|&copy|é|\u0000|\u00a0|'|\"|=|</|<!--|-->".split(
		"|",
	),
	'<a href="https://example.com/a">',
	'<a href="https://example.com/a?b=c&amp;d=e#f" rel="x">',
	'<a href="https://example.com/a b">',
	'<a href="http://example.com">',
	'<a title="a &amp; b" href="https://a-b.example.co/~x/">',
	'<a href="">',
	"</a>",
	'<img src="https://example.com/i.png" alt="x > y">',
	'<img src="https://example.com/i.png" alt="" width="">',
	'<img alt="two" alt="one">',
	"<em>",
	"</em>",
	"<blockquote>",
	"</blockquote>",
);

test("what it takes on, it makes what the library makes of it", () => {
	let taken = 0;
	fc.assert(
		fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
			const html = parts.join("");
			const clean = cleanSimpleHtml(html);
			if (clean === null) return;
			taken++;
			expect(clean).toBe(cleanAnyHtml(html, "https://base.example/"));
		}),
		{ numRuns: 20_000 },
	);
	expect(taken).toBeGreaterThan(1000);
});

const address = fc.stringMatching(
	/^https?:\/\/[a-z0-9.-]{1,12}\.[a-z0-9]{1,4}\/[\w~./=&?+%,;:@#-]{0,20}$/,
);

test("keeps only addresses that the library keeps as they are", () => {
	fc.assert(
		fc.property(address, (url) => {
			const html = `<a href="${url.replaceAll("&", "&amp;")}">x</a>`;
			const clean = cleanSimpleHtml(html);
			if (clean !== null) expect(clean).toBe(cleanAnyHtml(html, null));
		}),
		{ numRuns: 20_000 },
	);
});
