import { element } from "./element.ts";
import { emptyView } from "./empty-view.ts";
import { type Asked, keepAsked, keptAsked } from "./keep.ts";
import { keepSeen } from "./keep-channels.ts";
import { followChannel, type LiveState } from "./live.ts";
import { ask, history, Refused } from "./server.ts";
import { makeTimeline } from "./timeline.ts";
import { word } from "./words.ts";

/** One channel on the screen: its messages so far, and those to come. */
export interface ChannelView {
	readonly root: HTMLElement;
	run(line: string): void;
	/** Ends the live connection. */
	close(): void;
}

export interface ChannelViewTools {
	readonly user: string;
	readonly heard: (channel: string) => void;
	readonly changed: (state: LiveState) => void;
	/** The timeline grew: by the reader's own `asked`, by what was there before, or by news. */
	readonly grew: (by: HTMLElement | "past" | "news") => void;
}

const retryMs = 2000;

export function openChannel(
	name: string,
	tools: ChannelViewTools,
): ChannelView {
	let closed = false;
	let live = { close() {} };
	const run = (line: string) =>
		void askIn(name, line, { user: tools.user, show });
	const timeline = makeTimeline(name, run);
	const empty = emptyView(name, run);
	const notice = element("p", { class: "soft notice", role: "status" });
	const root = element("div", { class: "channel" }, notice, timeline.root);
	const showEmpty = () => {
		if (timeline.isEmpty()) root.append(empty);
		else empty.remove();
	};
	const show = (asked: Asked) => {
		keepAsked(name, asked);
		const view = timeline.show(asked);
		showEmpty();
		tools.grew(view);
	};
	const load = async () => {
		const { last, events } = await history(name);
		if (closed) return;
		notice.textContent = "";
		quietly(timeline.root, () => {
			for (const event of events) timeline.hear(event, false);
			for (const asked of keptAsked(name)) timeline.show(settled(asked));
		});
		showEmpty();
		tools.grew("past");
		keepSeen(name, last);
		const told: Parameters<typeof followChannel>[0]["told"] = (event, seq) => {
			timeline.hear(event, true);
			showEmpty();
			keepSeen(name, seq);
			tools.grew("news");
		};
		live = followChannel({ ...tools, channel: name, after: last, told });
	};
	const start = () =>
		load().catch(() => {
			if (closed) return;
			tools.changed("offline");
			notice.textContent = word("loadFailed");
			setTimeout(start, retryMs);
		});
	void start();
	return {
		root,
		run,
		close() {
			closed = true;
			live.close();
		},
	};
}

/** A question that was left behind unanswered, when the page was reloaded meanwhile. */
function settled(asked: Asked): Asked {
	if (asked.card || asked.trouble) return asked;
	return { ...asked, trouble: word("askLeft") };
}

/** The past is not read out by screen readers as if it had just come. */
function quietly(log: HTMLElement, draw: () => void): void {
	log.setAttribute("aria-live", "off");
	draw();
	setTimeout(() => log.setAttribute("aria-live", "polite"), 500);
}

async function askIn(
	channel: string,
	line: string,
	{ user, show }: { user: string; show: (asked: Asked) => void },
): Promise<void> {
	const at = new Date().toISOString();
	const asked = { id: crypto.randomUUID?.() ?? `${at} ${line}`, at, line };
	show({ ...asked, card: null, trouble: null });
	try {
		const card = await ask({ channel, user, text: line });
		show({ ...asked, card, trouble: null });
	} catch (error) {
		const known = error instanceof Refused;
		const trouble = known ? error.message : word("askOffline");
		show({ ...asked, card: null, trouble });
	}
}
