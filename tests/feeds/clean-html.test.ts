import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanHtml, plainText, titleText } from "../../src/feeds/clean-html.ts";

test.each([
	["<p>a</p><script>x</script>", "<p>a</p>"],
	['<a href="javascript:x">a</a>', "<a>a</a>"],
	['<a href="/b" onclick="x">a</a>', '<a href="https://x.example/b">a</a>'],
	['<a href="data:text/html,x">a</a>', "<a>a</a>"],
	[
		'<img src="//cdn.example/a.png" onerror="x">',
		'<img src="https://cdn.example/a.png" />',
	],
	["<p>open", "<p>open</p>"],
	["Tom & Jerry", "Tom &amp; Jerry"],
	["<form><input><b>a</b></form>", "<b>a</b>"],
	["<style>p{}</style>a", "a"],
	["plain", "plain"],
])("cleans %s", (html, expected) => {
	expect(cleanHtml(html, "https://x.example/")).toBe(expected);
});

test.each([
	["<p>One</p><p>Two</p>", "One\nTwo"],
	["One<br>Two", "One\nTwo"],
	["<ul><li>a</li><li>b</li></ul>", "a\nb"],
	["a <b>b</b>c", "a bc"],
	[
		"line\nbreaks  in\tsource are <i>spaces</i>",
		"line breaks in source are spaces",
	],
	["25&nbsp;% &amp; more", "25 % & more"],
	["it&amp;#8217;s", "it’s"],
	["1 &lt; 2", "1 < 2"],
	["<script>x</script>", ""],
	["<abbr>CUSMA</abbr>", "CUSMA"],
	["", ""],
])("%s says %s", (html, expected) => {
	expect(plainText(html)).toBe(expected);
});

test.each([
	["AT&amp;amp;T", "AT&T"],
	["Canada&#8217;s &amp;quot;plan&amp;quot;", 'Canada’s "plan"'],
	["<b>Steel</b> up", "Steel up"],
	["&lt;b&gt;Steel&lt;/b&gt; up", "Steel up"],
	["&amp;lt;i&amp;gt;Steel&amp;lt;/i&amp;gt;", "Steel"],
	["1 < 2 > 0", "1 < 2 > 0"],
	["R&D & more; AT&T", "R&D & more; AT&T"],
	["  two\n lines\t", "two lines"],
	["Q&A: what's next?", "Q&A: what's next?"],
	["&lt;p>Steel&lt;/p>&lt;p>duties&lt;/p>", "Steel duties"],
	["Steel<BR/>duties", "Steel duties"],
	["CO<sub>2</sub> duty", "CO2 duty"],
	["&lt;![CDATA[Steel &amp;amp; duties]]&gt;", "Steel & duties"],
	["a]]> b", "a]]> b"],
])("the title %s is %s", (title, expected) => {
	expect(titleText(title)).toBe(expected);
});

test("no script survives, however the HTML is broken", () => {
	const piece = fc.constantFrom(
		"<script",
		">",
		"</script>",
		"alert(1)",
		"<img src=x onerror=",
		'"',
		"'",
		"<a href='javascript:",
		"<svg><",
		"&lt;script&gt;",
		"<!--",
		"-->",
		"<p>",
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 20 }), (parts) => {
			const html = cleanHtml(parts.join(""), null);
			expect(html).not.toMatch(/<script|<svg|<[^>]*\son\w+=|href="javascript/i);
		}),
		{ numRuns: 300 },
	);
});

test("HTML nested as no page is, is its words; many line breaks nest nothing", () => {
	const deep = `${"<div>".repeat(5000)}Duty &amp; quota`;
	expect(cleanHtml(deep, null)).toBe("Duty &amp; quota");
	const flat = `<p>${"a<br>".repeat(5000)}<b>end</b></p>`;
	expect(cleanHtml(flat, null)).toContain("<b>end</b>");
});

test.each([
	["<!DOCTYPE", "&lt;!DOCTYPE"],
	[
		"<!DOCTYPE html><html><head><title>T</title></head><p>a</p></html>",
		"<p>a</p>",
	],
	["<![CDATA[a]]> b", "a b"],
	["<![CDATA[a]]&gt;", "a"],
	["a]]> b", "a]]&gt; b"],
	["a <!' <b>b</b>", "a &lt;!' <b>b</b>"],
	["a<!-- no -->b", "ab"],
])("shows what stands behind a lone <!: %s", (html, clean) => {
	expect(cleanHtml(html, null)).toBe(clean);
});

test("loses no more of a title than the tag of a comment that never ends", () => {
	expect(titleText("Steel <!-- -- draft >tariffs rise")).toBe(
		"Steel tariffs rise",
	);
	expect(titleText("Steel <!-- draft > --> tariffs")).toBe("Steel tariffs");
	expect(titleText("Steel <?php echo 1 ?> tariffs <? up")).toBe(
		"Steel tariffs <? up",
	);
});
