import type { Block, Headline, Span } from "../../../src/chat/card.ts";
import { button, element, link } from "./element.ts";
import { moment } from "./moment.ts";
import { word } from "./words.ts";

type Kind<K extends Block["kind"]> = Extract<Block, { kind: K }>;

/** More than this is folded away behind a button; nothing is left out. */
const shownAtFirst = 12;

/** One block of a card. */
export function blockView(block: Block): HTMLElement {
	switch (block.kind) {
		case "text":
			return element(
				"p",
				{ class: "text", dir: "auto" },
				...spans(block.spans),
			);
		case "facts":
			return factsView(block);
		case "headlines":
			return headlinesView(block);
		case "table":
			return tableView(block);
		case "picture":
			return pictureView(block);
	}
}

function spans(all: readonly Span[]): HTMLElement[] {
	return all.map(({ text, style, url }) => {
		const words = link(url, text);
		words.className = "words";
		if (style === "strong") return element("strong", {}, words);
		if (style === "code") return element("code", {}, words);
		if (style === "soft") return element("span", { class: "soft" }, words);
		return words;
	});
}

function factsView({ facts }: Kind<"facts">): HTMLElement {
	const rows = facts.map(({ label, value }) =>
		element(
			"div",
			{},
			element("dt", {}, label),
			element("dd", { dir: "auto" }, ...spans(value)),
		),
	);
	return element("dl", { class: "facts" }, ...rows);
}

function headlinesView({ title, items }: Kind<"headlines">): HTMLElement {
	const list = element(
		"ul",
		{ class: "headlines" },
		...items.map(headlineView),
	);
	const heading = title ? element("h4", { dir: "auto" }, title) : null;
	return element("section", { class: "block" }, heading, folded(list));
}

function headlineView({ title, url, outlet, at, note }: Headline): HTMLElement {
	const source = element(
		"span",
		{ class: "source" },
		element("bdi", {}, outlet),
	);
	if (at) source.append(" · ", moment(at));
	return element(
		"li",
		{},
		element(
			"div",
			{ class: "headline", dir: "auto" },
			element("span", { class: "told" }, link(url, title)),
			" ",
			source,
		),
		note ? element("p", { class: "note", dir: "auto" }, note) : null,
	);
}

function tableView({ columns, rows }: Kind<"table">): HTMLElement {
	const side = (at: number) => columns[at]?.align ?? "left";
	const head = columns.map(({ title, align }) =>
		element("th", { scope: "col", class: align }, title),
	);
	const body = rows.map((row) =>
		element(
			"tr",
			{},
			...row.map((cell, at) =>
				element(
					"td",
					{ class: `${side(at)}${isDay(cell) ? " day" : ""}`, dir: "auto" },
					...spans(cell),
				),
			),
		),
	);
	const about = columns.map(({ title }) => title).join(", ");
	const table = element(
		"table",
		{},
		element("thead", {}, element("tr", {}, ...head)),
		element("tbody", {}, ...body),
	);
	// A table wider than its card scrolls by itself, from the keyboard too.
	return element(
		"div",
		{ class: "table", tabindex: "0", role: "group", "aria-label": about },
		table,
	);
}

/** A date breaks at its hyphens else. */
function isDay(cell: readonly Span[]): boolean {
	return /^\d{4}-\d{2}-\d{2}$/.test(cell.map(({ text }) => text).join(""));
}

function pictureView({ svg, alt }: Kind<"picture">): HTMLElement {
	// As an image, not as markup: no script in it runs and it loads nothing.
	const src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
	return element(
		"figure",
		{ class: "picture", tabindex: "0" },
		element("img", { src, alt }),
	);
}

function folded(list: HTMLUListElement): HTMLElement {
	const rest = [...list.children].slice(shownAtFirst);
	if (rest.length < 2) return list;
	for (const item of rest) item.toggleAttribute("hidden", true);
	const count = list.children.length;
	const more = button(
		{ class: "quiet more" },
		() => {
			for (const item of rest) item.toggleAttribute("hidden", false);
			more.remove();
		},
		word("showMore", { count }),
	);
	return element("div", {}, list, more);
}
