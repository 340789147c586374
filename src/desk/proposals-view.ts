import type { Proposal } from "../news/proposal.ts";
import { likeliest } from "../news/propose.ts";
import type { Say } from "../phrases/say.ts";
import type { Book } from "../tariffs/book.ts";
import { type PresentRate, presentRate } from "../tariffs/present-rate.ts";
import { dottedCode } from "../tariffs/tariff-line.ts";
import type { DeskTools } from "./desk-tools.ts";
import { type Html, html } from "./html.ts";
import { table } from "./html-table.ts";

const mostOpen = 10;
const mostConfirmed = 5;
const mostMeasures = 4;

interface ProposalsRead {
	readonly open: readonly Proposal[];
	readonly confirmed: readonly Proposal[];
	readonly book: Book;
	/** `YYYY-MM-DD`. */
	readonly today: string;
}

/** What waits for a person, and what was confirmed last. */
export async function readProposals({
	bookChanges,
	book,
	now,
}: Pick<DeskTools, "bookChanges" | "book" | "now">): Promise<ProposalsRead> {
	const [open, confirmed] = await Promise.all([
		bookChanges.proposals("open", mostOpen),
		bookChanges.proposals("confirmed", mostConfirmed),
	]);
	const today = now().toISOString().slice(0, 10);
	return { open, confirmed, book: book(), today };
}

/** Each act that may change the tariff book, with its figures, the book's own, and a form to confirm it. */
export function proposalsView(read: ProposalsRead, say: Say): Html {
	const { open, confirmed, book } = read;
	if (open.length + confirmed.length === 0) {
		return html`<p>${say("desk.noProposals")}</p>`;
	}
	const measures = book.measures.map(
		({ id, authority }) => html`<option value="${id}">${authority}</option>`,
	);
	return html`${open.map((one) => openView(one, read, say))}${confirmed.map((one) => confirmedView(one, say))}<datalist id="measures">${measures}</datalist>`;
}

function openView(
	proposal: Proposal,
	{ book, today: on }: ProposalsRead,
	say: Say,
): Html {
	const { reading, outlet, day, id } = proposal;
	const present = reading.measures
		.slice(0, mostMeasures)
		.flatMap((one) => presentRate(one, { origin: null, on }, book) ?? []);
	const rates = reading.rates.map(({ percent, words }) => [
		html`${percent}%`,
		html`${words}`,
	]);
	const days = reading.days.map(({ day, role, words }) => [
		html`${say("proposals.dayIs", { day, role })}`,
		html`${words}`,
	]);
	const codes = [...reading.provisions, ...reading.codes]
		.map(dottedCode)
		.join(", ");
	const act = reading.act === proposal.title ? "" : `; ${reading.act}`;
	const found = [say("desk.found"), say("desk.words")];
	return html`<article id="proposal-${id}">
<h3>${titleView(proposal)} <small>${outlet}, ${day}${act}</small></h3>
${rates.length + days.length > 0 ? table(found, [...rates, ...days]) : null}
${codes === "" ? null : html`<p>${say("desk.codes")}: ${codes}</p>`}
${
	present.length === 0
		? html`<p>${say("proposals.noMeasure")}</p>`
		: table(
				[say("desk.measure"), say("desk.inBook")],
				present.map((one) => presentRow(one, say)),
			)
}
<p>${say("proposals.cannotTell")}</p>
${confirmForm(proposal, say)}
</article>`;
}

function presentRow(
	{ measure, authority, version, act, apart }: PresentRate,
	say: Say,
): readonly Html[] {
	const text = say("proposals.nowIs", {
		rate: version?.ratePercent ?? null,
		from: version?.from ?? "",
		act: act || "none",
		apart: apart.join(", ") || "none",
	});
	return [html`${measure} (${authority})`, html`${text}`];
}

/** An address that a feed gave becomes a link only when it is one of the web. */
function titleView({ title, url }: Proposal): Html {
	if (url === null || !/^https?:\/\//i.test(url)) return html`${title}`;
	return html`<a href="${url}" rel="noopener noreferrer">${title}</a>`;
}

function confirmForm(proposal: Proposal, say: Say): Html {
	const guess = likeliest(proposal);
	const { id, reading } = proposal;
	const field = (name: FieldName, value: string, more: Html) =>
		html`<label>${say(`desk.${name}`)} <input name="${name}" value="${value}" autocomplete="off"${more}></label>`;
	const needed = html` required`;
	return html`<form method="post" action="/desk/proposals">
<input type="hidden" name="id" value="${id}">
${field("measure", guess?.measure ?? "", html` required list="measures"`)}
${field("rate", guess ? String(guess.rate) : "", needed)}
${field("from", guess?.from ?? "", needed)}
${field("to", "", html``)}
${field("origin", "", html``)}
${field("act", reading.act, needed)}
<button name="action" value="confirm">${say("desk.confirm")}</button>
<button name="action" value="reject" formnovalidate>${say("desk.reject")}</button>
</form>`;
}

type FieldName = "measure" | "rate" | "from" | "to" | "origin" | "act";

function confirmedView(proposal: Proposal, say: Say): Html {
	const { id, decided } = proposal;
	const by = decided?.by ?? "";
	const date = decided?.at.toISOString().slice(0, 10) ?? "";
	const state = say("proposals.stateIs", { state: "confirmed", by, date });
	return html`<article id="proposal-${id}"><h3>${titleView(proposal)} <small>${state}</small></h3>
<form method="post" action="/desk/proposals"><input type="hidden" name="id" value="${id}"><button name="action" value="undo">${say("desk.undo")}</button></form></article>`;
}
