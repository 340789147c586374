import type { CardEvent } from "../wire.ts";
import { askedView } from "./asked-view.ts";
import { cardView } from "./card-view.ts";
import { element } from "./element.ts";
import type { Asked } from "./keep.ts";
import { word } from "./words.ts";

/** The messages of one channel, oldest first, as they stand on the page. */
export interface Timeline {
	readonly root: HTMLElement;
	/** Adds a post, or brings one up to date; an older form than what stands is dropped. `live`: it came just now. */
	hear(event: CardEvent, live: boolean): void;
	/** Adds a question of the reader's own, or its answer; gives where it stands. */
	show(asked: Asked): HTMLElement;
	isEmpty(): boolean;
}

interface Entry {
	revision: number;
	/** The post's own time, that of its first form. */
	readonly at: string;
	readonly root: HTMLElement;
	readonly thread: HTMLElement;
}

/** Makes an empty timeline; `run` carries out a button's command line. */
export function makeTimeline(
	channel: string,
	run: (line: string) => void,
): Timeline {
	const root = element("ol", {
		class: "timeline",
		role: "log",
		"aria-live": "polite",
		"aria-label": word("timeline", { channel: `#${channel}` }),
	});
	const posts = new Map<string, Entry>();
	const asked = new Map<string, HTMLElement>();

	return {
		root,
		hear(event, live) {
			const known = posts.get(event.key);
			if (known && known.revision >= event.revision) return;
			const parent = event.replyTo ? posts.get(event.replyTo) : undefined;
			const entry = known ?? newEntry(event);
			entry.revision = event.revision;
			posts.set(event.key, entry);
			const updated = event.revision > 1;
			const inReply = event.replyTo !== null && !parent;
			const marks = { at: event.at, updated, inReply };
			const view = cardView(event.card, marks, run);
			if (known && live) view.classList.add("fresh");
			entry.root.replaceChildren(view, entry.thread);
			if (!known) place(entry.root, entry.at, parent?.thread ?? root);
		},
		show(question) {
			const view = askedView(question, run);
			const old = asked.get(question.id);
			asked.set(question.id, view);
			if (old) old.replaceWith(view);
			else place(view, question.at, root);
			return view;
		},
		isEmpty: () => root.children.length === 0,
	};
}

function newEntry({ at, revision }: CardEvent): Entry {
	const about = { class: "thread", "aria-label": word("replies") };
	const thread = element("ol", about);
	return { revision, at, root: element("li", { class: "post" }), thread };
}

/** By time, so that one's own questions stand among the posts as it happened. */
function place(view: HTMLElement, at: string, list: HTMLElement): void {
	view.dataset.at = at;
	const all = [...list.children];
	const before = all.findLast(
		(other) => other instanceof HTMLElement && (other.dataset.at ?? "") <= at,
	);
	if (before) before.after(view);
	else list.prepend(view);
}
