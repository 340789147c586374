import { channelKey } from "../../src/chat/channel.ts";
import type { Heard } from "./chat-worlds.ts";
import type { Published } from "./news-wire.ts";
import type { Scene } from "./scene.ts";

/** What became of the news, by the feeds' and the platforms' own account. */
export interface Verdict {
	/** Stories on steel and digests, once for each channel that is to hear them. */
	readonly published: number;
	/** Of these, how many were heard. */
	readonly heard: number;
	readonly lost: number;
	/** Told again, or told though nobody asked for it. */
	readonly doubled: number;
	/** Heard after what the same feed had published later; what was caught up on is left out. */
	readonly misplaced: number;
	/** What was wrong, one line for each channel and fault. */
	readonly faults: readonly string[];
}

/** What comes hours late by a clock that jumped comes together, behind what is fresh. */
const catchUp = /\bposts that waited\b/;

/** Counts what every channel heard against what the feeds published, and its digests against the days. */
export function judgeRun({ wire, worlds, digests }: Scene): Verdict {
	const channels = worlds.flatMap((world) =>
		world.channels.map((channel) => ({
			name: channelKey(channel),
			heard: world.heard(channel),
		})),
	);
	return channels
		.flatMap(({ name, heard }) => [
			judgeChannel(name, wire.published, heard),
			judgeDigests(name, digests, heard),
		])
		.reduce(sum);
}

function sum(a: Verdict, b: Verdict): Verdict {
	return {
		published: a.published + b.published,
		heard: a.heard + b.heard,
		lost: a.lost + b.lost,
		doubled: a.doubled + b.doubled,
		misplaced: a.misplaced + b.misplaced,
		faults: [...a.faults, ...b.faults],
	};
}

const digestTitle = "digest, ";

/** The events that messages are titled with, in order; of a catch-up, those that it lists. */
function marksIn(
	messages: readonly Heard[],
	published: readonly Published[],
): readonly string[] {
	const marks = new Set(published.map(({ mark }) => mark));
	return messages.flatMap(({ title, whole }) => {
		// JSON writes a new line as a letter.
		const text = catchUp.test(title) ? whole.replace(/\\n/g, " ") : title;
		return [...new Set(text.split(/[^A-Za-z]+/)).intersection(marks)];
	});
}

function judgeChannel(
	channel: string,
	published: readonly Published[],
	messages: readonly Heard[],
): Verdict {
	const heard = marksIn(messages, published);
	const live = messages.filter(({ title }) => !catchUp.test(title));
	const inOrder = [...new Set(marksIn(live, published))];
	const onSteel = published.filter(
		({ isOnSteel, isRetold }) => isOnSteel && !isRetold,
	);
	const wanted = onSteel.map(({ mark }) => mark);
	const retold = published
		.filter(({ isRetold }) => isRetold)
		.map(({ mark }) => mark);
	// What two feeds told may come by either.
	const ofOneFeed = onSteel.filter(({ mark }) => !retold.includes(mark));
	const first = [...new Set(heard)];
	const lost = wanted.filter((mark) => !first.includes(mark));
	const again = heard.filter((mark, at) => heard.indexOf(mark) !== at);
	const unasked = first.filter((mark) => !wanted.includes(mark));
	const misplaced = feedsOf(ofOneFeed).flatMap((feed) =>
		outOfOrder(inOrder, feed),
	);
	const wrong = {
		"never heard": lost,
		"heard again": again,
		"heard unasked": unasked,
		"heard out of order": misplaced,
	};
	return {
		published: wanted.length,
		heard: wanted.length - lost.length,
		lost: lost.length,
		doubled: again.length + unasked.length,
		misplaced: misplaced.length,
		faults: Object.entries(wrong).flatMap(([what, marks]) =>
			marks.length > 0 ? [`${channel} ${what} ${marks.join(", ")}`] : [],
		),
	};
}

/** Each date's digest comes once, and tells in all what is to be in it, which no other tells. */
function judgeDigests(
	channel: string,
	wanted: Scene["digests"],
	heard: readonly Heard[],
): Verdict {
	const came = heard.filter(({ title }) => title.includes(digestTitle));
	const dates = came.map(({ title }) => /\d{4}-\d\d-\d\d/.exec(title)?.[0]);
	const isTold = ({ date, marks }: Scene["digests"][number]) => {
		const { whole = "" } = came[dates.indexOf(date)] ?? {};
		return marks.every((mark) => whole.includes(mark));
	};
	const lost = wanted.filter((one) => !isTold(one)).map(({ date }) => date);
	const tellings = (mark: string) =>
		came.filter(({ whole }) => whole.includes(mark)).length;
	const again = [
		...dates.filter((date, at) => dates.indexOf(date) !== at),
		...wanted
			.flatMap(({ marks }) => marks)
			.filter((mark) => tellings(mark) > 1),
	];
	return {
		published: wanted.length,
		heard: wanted.length - lost.length,
		lost: lost.length,
		doubled: again.length,
		misplaced: 0,
		faults: [
			...(lost.length > 0 ? [`${channel} lacks digests of ${lost}`] : []),
			...(again.length > 0 ? [`${channel} has again in digests ${again}`] : []),
		],
	};
}

/** The marks of each feed, in the order published. */
function feedsOf(wanted: readonly Published[]): readonly string[][] {
	const feeds = Map.groupBy(wanted, ({ feed }) => feed);
	return [...feeds.values()].map((items) => items.map(({ mark }) => mark));
}

/** Those of a feed that were heard after one that it published later. */
function outOfOrder(
	heard: readonly string[],
	feed: readonly string[],
): readonly string[] {
	let latest = -1;
	return heard
		.filter((mark) => feed.includes(mark))
		.filter((mark) => {
			const at = feed.indexOf(mark);
			const isLate = at < latest;
			latest = Math.max(latest, at);
			return isLate;
		});
}
