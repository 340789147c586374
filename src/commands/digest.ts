import { answerCard } from "../cards/answer-card.ts";
import { dateText } from "../cards/date-text.ts";
import { digestCard } from "../cards/digest-card.ts";
import { type Card, textBlock } from "../chat/card.ts";
import type { DigestTimes } from "../chat/channel.ts";
import type { Command, OptionSpec, Request } from "../chat/command.ts";
import { Mistake } from "../chat/mistake.ts";
import type { CommandTools } from "./command-tools.ts";
import { daysText, daysWord, findDays, isDayWord } from "./find-days.ts";
import { findTime } from "./find-time.ts";
import { readZone, zoneOption } from "./read-zone.ts";
import { requireManager } from "./require-manager.ts";
import { requireReach } from "./require-reach.ts";
import { followedHere, followedTopics } from "./topics-here.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** `/digest now | at <HH:MM> [zone] [days] | off`: the channel's day, asked for or at its time. */
export function digestCommand(tools: CommandTools): Command {
	return {
		name: "digest",
		about: "commands.digestAbout",
		example: "/digest at 08:00 America/Toronto mon-fri",
		audience: "channel",
		right: "anyone",
		options: [],
		subcommands: [
			{
				name: "now",
				about: "commands.digestNowAbout",
				example: "/digest now",
				options: [],
			},
			{ name: "at", about: "commands.digestAtAbout", options: timeOptions },
			{
				name: "off",
				about: "commands.digestOffAbout",
				example: "/digest off",
				options: [],
			},
		],
		answer: (request) => {
			if (request.subcommand === "now") return digestNow(request, tools);
			requireManager(request);
			if (request.subcommand === "off") return digestOff(request, tools);
			return digestAt(joinHalf(request), tools);
		},
	};
}

const timeOptions: readonly OptionSpec[] = [
	{ name: "time", about: "commands.timeOption", required: true },
	zoneOption,
	{
		name: "days",
		about: "commands.daysOption",
		required: false,
		greedy: true,
		fits: isDayWord,
		suggest: async () =>
			["mon-fri", "daily", "mon,wed,fri"].map((days) => ({
				value: days,
				label: days,
			})),
	},
];

async function digestNow(request: Request, tools: CommandTools): Promise<Card> {
	const { channel, settings, now, say } = request;
	const topics = await topicsToTell(request, tools);
	const last = await tools.digests.last(channel);
	const from = startOfDay(last?.at ?? null, now);
	const ids = topics.map(({ id }) => id);
	const stories = await tools.archive.storiesOn(ids, from, now);
	const rates = await tools.rateWatches.notices(channel, from, now);
	const zone = settings.digest?.zone ?? settings.zone;
	const entries = stories.map(({ story, topicIds }) => ({
		story,
		topics: topics.filter(({ id }) => topicIds.includes(id)),
	}));
	const date = dateText(now, zone);
	return digestCard({ date, zone, late: false, entries, rates }, say);
}

/** Topics in the digest; all that are followed where none is, for someone asked. */
async function topicsToTell(request: Request, tools: CommandTools) {
	const topics = await followedTopics(tools, request.channel);
	const watched = await tools.rateWatches.of(request.channel);
	if (topics.length + watched.length === 0) {
		const nearest = ["/topics"];
		throw new Mistake("commands.digestNeedsTopics", {}, { nearest });
	}
	const followed = await followedHere(tools, request.channel);
	const inDigest = topics.filter(({ id }) => followed.get(id)?.mode !== "live");
	return inDigest.length > 0 ? inDigest : topics;
}

/** Since the last digest; a day at least, a week at most. */
function startOfDay(last: Date | null, now: Date): Date {
	const aDayAgo = now.getTime() - dayMs;
	const from = Math.min(last?.getTime() ?? aDayAgo, aDayAgo);
	return new Date(Math.max(from, now.getTime() - 7 * dayMs));
}

async function digestAt(request: Request, tools: CommandTools): Promise<Card> {
	const { channel, settings, now, say } = request;
	const digest: DigestTimes = {
		at: readTime(request),
		zone: request.options.zone
			? readZone(request.options.zone, (zone) => lineWith(request, { zone }))
			: (settings.digest?.zone ?? settings.zone),
		days: readDays(request),
		since: now,
	};
	await requireReach(request, tools);
	await tools.channels.change(channel, { digest });
	const { at, zone } = digest;
	const days = daysText(digest.days, say);
	return answerCard(say("commands.digestSet", { at }), {
		tone: "done",
		blocks: [
			textBlock(say("commands.digestSetText", { at, zone, days })),
			...(await modeHint(request, tools)),
		],
		actions: [
			{ label: say("commands.digestNowLabel"), line: "/digest now" },
			{ label: say("commands.digestOffLabel"), line: "/digest off" },
		],
	});
}

async function modeHint(request: Request, tools: CommandTools) {
	const followed = await tools.subscriptions.of(request.channel);
	const watched = await tools.rateWatches.of(request.channel);
	const all = [...followed, ...watched];
	if (all.some(({ mode }) => mode !== "live")) return [];
	return [textBlock(request.say("commands.digestEmptyHint"))];
}

/** The half of the day may stand apart, and then it came as the zone's first word: `8 p.m. Ottawa`. */
function joinHalf(request: Request): Request {
	const { time = "", zone = "", ...others } = request.options;
	const [, half, rest = ""] = /^([ap]\.?m\.?)(?:\s+(.*))?$/i.exec(zone) ?? [];
	if (half === undefined) return request;
	const options = { ...others, time: time + half };
	return {
		...request,
		options: rest === "" ? options : { ...options, zone: rest },
	};
}

function readTime(request: Request): string {
	const typed = request.options.time ?? "";
	const at = findTime(typed);
	if (at !== null) return at;
	const nearest = [lineWith(request, { time: "08:00" })];
	throw new Mistake("commands.timeUnknown", { typed }, { nearest });
}

function readDays(request: Request) {
	const typed = request.options.days;
	if (typed === undefined) {
		return request.settings.digest?.days ?? ([1, 2, 3, 4, 5] as const);
	}
	const days = findDays(typed);
	if (days) return days;
	const nearest = [lineWith(request, { days: "mon-fri" })];
	throw new Mistake("commands.daysUnknown", { typed }, { nearest });
}

/** The line as it was typed, with one option put right. */
function lineWith({ options }: Request, mended: Record<string, string>) {
	const { time, zone, days } = { ...options, ...mended };
	const words = [time, zone, days].filter((word) => word !== undefined);
	return `/digest at ${words.join(" ")}`;
}

async function digestOff(request: Request, tools: CommandTools): Promise<Card> {
	const { channel, settings, say } = request;
	await tools.channels.change(channel, { digest: null });
	const { digest } = settings;
	const undo = digest
		? [
				{
					label: say("commands.undoLabel"),
					line: `/digest at ${digest.at} ${digest.zone} ${daysWord(digest.days)}`,
				},
			]
		: [];
	return answerCard(say("commands.digestOff"), {
		tone: "done",
		blocks: [textBlock(say("commands.digestOffText"))],
		actions: undo,
	});
}
