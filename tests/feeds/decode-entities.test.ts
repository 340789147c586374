import { decodeHTMLStrict } from "entities";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeEntities } from "../../src/feeds/decode-entities.ts";

test("decodes as the library does", () => {
	const pieces = fc.constantFrom(
		..."&amp; &lt; &gt; &quot; &apos; &nbsp; &eacute; &#8217; &#x2019; &#0; &#xD800; &bogus; &amp & ; amp; &; &#; &#x; &copy &notin; &NotEqualTilde; a".split(
			" ",
		),
	);
	fc.assert(
		fc.property(fc.array(pieces), (parts) => {
			const text = parts.join("");
			expect(decodeEntities(text)).toBe(decodeHTMLStrict(text));
		}),
		{ numRuns: 2000 },
	);
});

test("joins the two halves of a pair", () => {
	expect(decodeEntities("&#55357;&#56832; &#xD83D;&#xDE00;")).toBe("😀 😀");
	expect(decodeEntities("&#56832;&#55357;")).toBe("\ufffd\ufffd");
});
