import type { Say } from "../phrases/say.ts";
import { deliveriesView, readDeliveries } from "./deliveries-view.ts";
import { deskDocument } from "./desk-document.ts";
import type { DeskTools, QueueCounts } from "./desk-tools.ts";
import { readFeedHealth } from "./feed-health.ts";
import { feedsView } from "./feeds-view.ts";
import { type Html, html } from "./html.ts";
import { table } from "./html-table.ts";
import { proposalsView, readProposals } from "./proposals-view.ts";
import { checkReadiness, type Readiness } from "./readiness.ts";
import { readSuspended, suspendedView } from "./suspended-view.ts";
import { within } from "./within.ts";

/** The operator's page. A part that cannot be read says so; the others still stand. */
export async function deskPage(tools: DeskTools): Promise<string> {
	const { say } = tools;
	const part = <T>(read: () => Promise<T>, view: (read: T) => Html) =>
		within(read, say).then(view, (error: unknown) => {
			tools.log.warn("desk could not read", { error });
			const reason = error instanceof Error ? error.message : String(error);
			return html`<p class="bad">${say("desk.notShown", { reason })}</p>`;
		});
	const [ready, summary, proposals, feeds, suspended, deliveries, queues] =
		await Promise.all([
			part(
				() => checkReadiness(tools),
				(is) => readinessView(is, say),
			),
			part(tools.archive.counts.bind(tools.archive), (counts) =>
				summaryView(counts, tools),
			),
			part(
				() => readProposals(tools),
				(read) => proposalsView(read, say),
			),
			part(
				() => readFeedHealth(tools),
				(all) => feedsView(all, say),
			),
			part(
				() => readSuspended(tools.channels),
				(all) => suspendedView(all, say),
			),
			part(
				() => readDeliveries(tools.ledger),
				(all) => deliveriesView(all, say),
			),
			part(tools.queueCounts, (counts) => queuesView(counts, say)),
		]);
	const sections = [
		section(say("desk.readiness"), ready),
		section(say("desk.proposals"), proposals),
		section(say("desk.feeds"), feeds),
		section(say("desk.suspended"), suspended),
		section(say("desk.deliveries"), deliveries),
		section(say("desk.queues"), queues),
	];
	return frame(tools, html`${summary}${sections}`);
}

function frame({ say, hasLogin }: DeskTools, body: Html): string {
	const title = say("desk.title");
	const session = hasLogin
		? html` <a href="/login">${say("desk.session")}</a>`
		: null;
	return deskDocument(
		title,
		html`<header><h1>${title}</h1><nav><a href="/">${say("desk.chat")}</a> <a href="/desk">${say("desk.reload")}</a>${session}</nav></header>
<main>${body}</main>`,
	).text;
}

function section(title: string, body: Html): Html {
	return html`<section><h2>${title}</h2>${body}</section>`;
}

function readinessView({ ready, reasons }: Readiness, say: Say): Html {
	if (ready) return html`<p class="good">${say("desk.ready")}</p>`;
	return html`${reasons.map((reason) => html`<p class="bad">${reason}</p>`)}`;
}

function summaryView(
	counts: { articles: number; stories: number },
	{ say, version, startedAt, now }: DeskTools,
): Html {
	const minutes = Math.floor((now().getTime() - startedAt.getTime()) / 60_000);
	const up = say("desk.upTime", {
		days: Math.floor(minutes / 1440),
		hours: Math.floor(minutes / 60) % 24,
		minutes: minutes % 60,
	});
	const figures = [
		[say("desk.version"), version],
		[say("desk.upFor"), up],
		[say("desk.articles"), counts.articles.toLocaleString("en")],
		[say("desk.stories"), counts.stories.toLocaleString("en")],
	] as const;
	const views = figures.map(
		([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`,
	);
	return html`<dl>${views}</dl>`;
}

function queuesView(counts: QueueCounts, say: Say): Html {
	const rows = Object.entries(counts).flatMap(([queue, states]) =>
		Object.entries(states).map(([state, count]) => [
			html`${queue}`,
			html`${state}`,
			html`${count.toLocaleString("en")}`,
		]),
	);
	if (rows.length === 0) return html`<p>${say("desk.noQueues")}</p>`;
	const heads = [say("desk.queue"), say("desk.state"), say("desk.count")];
	return table(heads, rows);
}
