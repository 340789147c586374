import { expect, test } from "vitest";
import { linksIn } from "../../src/feeds/link-header.ts";

const base = "https://news.example/feeds/trade";

test.each<[string | null, ...string[]]>([
	['<https://hub.example/>; rel="hub"', "https://hub.example/"],
	["<https://hub.example/>;rel=hub", "https://hub.example/"],
	["</hub>; rel=HUB", "https://news.example/hub"],
	['<https://a.example>; rel="self hub"', "https://a.example"],
	['<https://a.example/a,b>; title="x, y"; rel="hub"', "https://a.example/a,b"],
	[
		'<https://me.example/>; rel="self", <https://one.example/>; rel="hub", <https://two.example/>; rel="hub"',
		"https://one.example/",
		"https://two.example/",
	],
	['<javascript:alert(1)>; rel="hub"'],
	['<https://hub.example/>; title="; rel=hub"'],
	['<https://hub.example/>; rel="hubs"'],
	["https://hub.example/; rel=hub"],
	[""],
	[null],
])("finds the hubs in %s", (header, ...hubs) => {
	expect(linksIn(header, "hub", base)).toEqual(hubs);
});
