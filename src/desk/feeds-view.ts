import type { Feed } from "../feeds/feed.ts";
import type { Say } from "../phrases/say.ts";
import type { FeedHealth } from "./feed-health.ts";
import { type Html, html } from "./html.ts";
import { moment, table, utc } from "./html-table.ts";

/** Every feed with its health in a sentence, and when it last worked. */
export function feedsView(all: readonly FeedHealth[], say: Say): Html {
	if (all.length === 0) return html`<p>${say("desk.noFeeds")}</p>`;
	const failing = all.filter(({ isWell }) => !isWell).length;
	const words = say("desk.feedSummary", { failing, total: all.length });
	const rows = all.map((health) => {
		const { feed, state } = health;
		const last = state.workedAt ? moment(state.workedAt) : say("desk.never");
		return [feedLink(feed), healthView(health, say), html`${last}`];
	});
	const heads = [say("desk.feed"), say("desk.health"), say("desk.lastSuccess")];
	return html`<p class="${failing ? "bad" : "good"}">${words}</p>${table(heads, rows)}`;
}

function healthView({ state, isWell }: FeedHealth, say: Say): Html {
	if (!isWell) {
		const { trouble, failures, restUntil } = state;
		const words = say("desk.inTrouble", { trouble, failures });
		const next = restUntil
			? html`; ${say("desk.restsUntil", { when: utc(restUntil) })}`
			: null;
		return html`<span class="bad">${words}</span>${next}`;
	}
	if (state.polledAt === null) return html`${say("desk.unpolled")}`;
	return html`<span class="good">${say("desk.well")}</span>`;
}

/** An address that someone typed becomes a link only when it is one of the web. */
function feedLink({ url, title }: Feed): Html {
	if (!/^https?:\/\//i.test(url)) return html`${title}`;
	return html`<a href="${url}" rel="noopener noreferrer">${title}</a>`;
}
