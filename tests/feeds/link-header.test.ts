import { expect, test } from "vitest";
import { linkIn } from "../../src/feeds/link-header.ts";

const base = "https://news.example/feeds/trade";

test.each<[string | null, string | null]>([
	['<https://hub.example/>; rel="hub"', "https://hub.example/"],
	["<https://hub.example/>;rel=hub", "https://hub.example/"],
	["</hub>; rel=HUB", "https://news.example/hub"],
	['<https://a.example>; rel="self hub"', "https://a.example"],
	['<https://a.example/a,b>; title="x, y"; rel="hub"', "https://a.example/a,b"],
	[
		'<https://me.example/>; rel="self", <https://one.example/>; rel="hub", <https://two.example/>; rel="hub"',
		"https://one.example/",
	],
	['<javascript:alert(1)>; rel="hub"', null],
	['<https://hub.example/>; title="; rel=hub"', null],
	['<https://hub.example/>; rel="hubs"', null],
	["https://hub.example/; rel=hub", null],
	["", null],
	[null, null],
])("finds the hub in %s", (header, hub) => {
	expect(linkIn(header, "hub", base)).toBe(hub);
});
