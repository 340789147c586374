import { type Html, html } from "./html.ts";

/** A table with its column heads; one too wide scrolls by itself. */
export function table(
	heads: readonly string[],
	rows: readonly (readonly Html[])[],
): Html {
	const head = heads.map((title) => html`<th scope="col">${title}</th>`);
	const body = rows.map(
		(row) =>
			html`<tr>${row.map((cell) => html`<td dir="auto">${cell}</td>`)}</tr>`,
	);
	return html`<div class="table" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** An instant with its machine-readable form. */
export function moment(at: Date): Html {
	return html`<time datetime="${at.toISOString()}">${utc(at)}</time>`;
}

/** The desk has no script, so its times are UTC and say so. */
export function utc(at: Date): string {
	return `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
