import type { Feed, FeedState } from "../feeds/feed.ts";
import { shownAddress } from "../feeds/shown-address.ts";
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
		return [
			feedLink(feed),
			healthView(health, say),
			html`${last}`,
			html`${costOf(state, say)}`,
		];
	});
	const heads = [
		say("desk.feed"),
		say("desk.health"),
		say("desk.lastSuccess"),
		say("desk.cost"),
	];
	return html`<p class="${failing ? "bad" : "good"}">${words}</p>${table(heads, rows)}`;
}

function healthView(health: FeedHealth, say: Say): Html {
	const { state, isWell, isSilent, isPushed } = health;
	if (!isWell) {
		const { trouble, failures, restUntil } = state;
		const words = say("desk.inTrouble", { trouble, failures });
		const next = restUntil
			? html`; ${say("desk.restsUntil", { when: utc(restUntil) })}`
			: null;
		return html`<span class="bad">${words}</span>${next}`;
	}
	if (state.polledAt === null) return html`${say("desk.unpolled")}`;
	if (health.floods.length > 0) {
		return floodView(health, say);
	}
	if (isSilent) {
		const since = state.newestAt ? utc(state.newestAt) : "";
		return html`<span class="bad">${say("desk.silent", { since })}</span>`;
	}
	return html`<span class="good">${say(isPushed ? "desk.pushed" : "desk.well")}</span>`;
}

/** What waits, and the operator's answer for every channel. */
function floodView({ feed, floods }: FeedHealth, say: Say): Html {
	return html`<span class="bad">${floodWords(floods, say)}</span>
<form method="post" action="/desk/floods"><input type="hidden" name="feed" value="${feed.id}">
<button name="answer" value="tell">${say("desk.floodTell")}</button>
<button name="answer" value="drop">${say("desk.floodDrop")}</button></form>`;
}

function floodWords(floods: FeedHealth["floods"], say: Say): string {
	const until = Math.max(...floods.map((flood) => +flood.until));
	return say("desk.flooded", {
		count: floods.reduce((sum, { count }) => sum + count, 0),
		channels: floods.length,
		when: utc(new Date(until)),
	});
}

/** How often it is asked, and what an answer takes. */
function costOf({ intervalMs, bytes, tookMs }: FeedState, say: Say): string {
	if (intervalMs === null) return "";
	return say("desk.costOf", {
		minutes: Math.round(intervalMs / 6000) / 10,
		kilobytes: Math.ceil((bytes ?? 0) / 1000),
		ms: tookMs ?? 0,
	});
}

/** An address that someone typed becomes a link only when it is one of the web. */
function feedLink({ url, title }: Feed): Html {
	if (!/^https?:\/\//i.test(url)) return html`${title}`;
	return html`<a href="${shownAddress(url)}" rel="noopener noreferrer">${title}</a>`;
}
