import type { Action, Block, Card, Headline, Span } from "../chat/card.ts";
import { type Html, html } from "../desk/html.ts";

/** Where an action leads on a page, or null for one that a page cannot do. */
export type ActionAddress = (action: Action) => string | null;

/** A Card as a page shows it: no script, every word escaped, links to http(s) alone. */
export function cardHtml(card: Card, addressOf: ActionAddress): Html {
	const title = linked(card.url, html`${card.title}`);
	const footer =
		card.footer === null ? null : html`<footer>${card.footer}</footer>`;
	return html`<article class="card ${card.tone}">
<h1 dir="auto">${title}</h1>
${card.blocks.map(blockHtml)}
${actionsHtml(card.actions, addressOf)}${footer}
</article>`;
}

function blockHtml(block: Block): Html {
	switch (block.kind) {
		case "text":
			return html`<p class="text" dir="auto">${spans(block.spans)}</p>`;
		case "facts":
			return html`<dl>${block.facts.map(
				({ label, value }) =>
					html`<div><dt>${label}</dt><dd dir="auto">${spans(value)}</dd></div>`,
			)}</dl>`;
		case "headlines":
			return html`<section>${block.title === null ? null : html`<h2 dir="auto">${block.title}</h2>`}<ul>${block.items.map(headlineHtml)}</ul></section>`;
		case "table":
			return tableHtml(block);
		case "picture":
			return pictureHtml(block);
	}
}

function headlineHtml({ title, url, outlet, at, note }: Headline): Html {
	const day = at === null ? "" : ` · ${at.slice(0, 10)}`;
	const more = note === undefined ? null : html`<p dir="auto">${note}</p>`;
	return html`<li dir="auto">${linked(url, html`${title}`)} <small>${outlet}${day}</small>${more}</li>`;
}

function tableHtml({ columns, rows }: Extract<Block, { kind: "table" }>): Html {
	const head = columns.map(
		({ title, align }) => html`<th scope="col" class="${align}">${title}</th>`,
	);
	const side = (at: number) => columns[at]?.align ?? "left";
	const body = rows.map(
		(row) =>
			html`<tr>${row.map(
				(cell, at) =>
					html`<td class="${side(at)}${isDay(cell) ? " day" : ""}" dir="auto">${spans(cell)}</td>`,
			)}</tr>`,
	);
	return html`<div class="table" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** A date breaks at its hyphens else. */
function isDay(cell: readonly Span[]): boolean {
	return /^\d{4}-\d{2}-\d{2}$/.test(cell.map(({ text }) => text).join(""));
}

/** As an image, not as markup: no script in it runs and it loads nothing. */
function pictureHtml({ svg, alt }: Extract<Block, { kind: "picture" }>): Html {
	const address = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
	return html`<figure><img src="${address}" alt="${alt}"></figure>`;
}

function actionsHtml(
	actions: readonly Action[],
	addressOf: ActionAddress,
): Html | null {
	const links = actions.flatMap((action) => {
		const address = addressOf(action);
		return address === null
			? []
			: [html`<a href="${address}">${action.label}</a> `];
	});
	return links.length === 0 ? null : html`<nav>${links}</nav>`;
}

function spans(all: readonly Span[]): readonly Html[] {
	return all.map(({ text, style, url }) => {
		const words = linked(url ?? null, html`${text}`);
		if (style === "strong") return html`<strong>${words}</strong>`;
		if (style === "code") return html`<code>${words}</code>`;
		if (style === "soft") return html`<small>${words}</small>`;
		return words;
	});
}

function linked(url: string | null, words: Html): Html {
	if (url === null || !/^https?:\/\//i.test(url)) return words;
	return html`<a href="${url}" rel="noreferrer">${words}</a>`;
}
