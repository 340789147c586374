import { catchUpCard } from "../cards/catch-up-card.ts";
import { digestCard } from "../cards/digest-card.ts";
import { suspendedCard } from "../cards/suspended-card.ts";
import { type ChannelRef, defaultChannelSettings } from "../chat/channel.ts";
import type { ChatPlatform } from "../chat/chat-platform.ts";
import type { Answer, Command } from "../chat/command.ts";
import { makeLimit, perMinute } from "../chat/limit.ts";
import { commandList } from "../commands/command-list.ts";
import type { Config } from "../config.ts";
import type { DueFeed } from "../feeds/feed.ts";
import { fetchAnew } from "../feeds/fetch-anew.ts";
import { type AnswerTools, makeAnswer } from "../flows/answer-command.ts";
import type { HeldBack } from "../flows/catch-up.ts";
import { type DigestTools, makeDigests } from "../flows/make-digests.ts";
import { type PollTools, pollFeed } from "../flows/poll-feed.ts";
import { resumeChannel } from "../flows/resume-channel.ts";
import { sendDeliveries } from "../flows/send-deliveries.ts";
import { type EnqueueChannels, sweep } from "../flows/sweep.ts";
import { watchRates } from "../flows/watch-rates.ts";
import type { Log } from "../log.ts";
import type { Language, Say } from "../phrases/say.ts";
import type { Store } from "../store/open-store.ts";
import { type Book, readBook } from "../tariffs/book.ts";
import { people } from "../topics/people.ts";
import { topicCatalogue } from "../topics/topic-catalogue.ts";
import { addFeed } from "./add-feed.ts";
import { bookKeeping } from "./book-keeping.ts";
import { type LiveBook, openLiveBook } from "./live-book.ts";
import { type LiveTopics, openLiveTopics } from "./live-topics.ts";
import { type Hubs, openHubs } from "./open-hubs.ts";
import {
	fetchOptions,
	type Kept,
	pollTools,
	readFeed,
	refresh,
} from "./poll-tools.ts";
import { rateTools } from "./rate-tools.ts";

/** What a house is built from. */
export interface HouseNeeds {
	readonly config: Config;
	readonly store: Store;
	readonly log: Log;
	/** Tells the queue; a house without one leaves it to the sweep of the next that has. */
	readonly enqueueChannels: EnqueueChannels;
	/** The same for feeds. */
	enqueuePolls(due: readonly DueFeed[]): Promise<void>;
}

/** Everything that can be done here, bound to one store. */
export interface House {
	/** The tariff book as it stands now. */
	book(): Book;
	readonly commands: readonly Command[];
	readonly answer: Answer;
	/** Answers a reader who is in no channel, by the defaults. */
	answerIn(language: Language): Answer;
	/** From now on commands know what we may do on these platforms. */
	speakThrough(platforms: readonly ChatPlatform[]): void;
	/** Null without an address to push to. */
	readonly hubs: Hubs | null;
	/** The errands that the queue times. */
	errands(platforms: readonly ChatPlatform[]): Errands;
}

interface Errands {
	/** Gives when the feed is to be asked next; null for one that is no more. */
	poll(feedId: string): Promise<Date | null>;
	/** Gives when to come back, if something waits. */
	send(channel: Parameters<typeof sendDeliveries>[0]): Promise<Date | null>;
	/** Leaves alone what is due on platforms that are `busy`. */
	sweep(busy: readonly string[]): Promise<void>;
	digests(): Promise<void>;
	rates(): Promise<void>;
	hubs(): Promise<void>;
}

/** Joins the rooms: binds every flow and command to this store and these settings. */
export async function openHouse(needs: HouseNeeds): Promise<House> {
	const { config, store, log, enqueueChannels } = needs;
	const live = await openLiveTopics(store.topics, log);
	const book = openLiveBook(readBook(), store.bookChanges, log);
	await book.refresh();
	const polling = pollTools(needs, { live, book });
	const poll = (feedId: string) => pollFeed(feedId, polling, new Date());
	const hubs = hubsOf(needs, polling, { live, book });
	let spoken: readonly ChatPlatform[] = [];
	const examine = async (channel: ChannelRef) =>
		(await byName(spoken).get(channel.platform)?.examine(channel)) ?? [];
	const commands = commandList({
		...store,
		...bookKeeping(config, book),
		hubLeases: polling.hubLeases,
		catalogue: topicCatalogue,
		people,
		publicUrl: config.TRADEWIRE_PUBLIC_URL,
		addFeed: (url) =>
			addFeed(url, {
				feeds: store.feeds,
				fetch: (feed) => fetchAnew(feed, fetchOptions(config)),
				readFeed,
			}),
		pollFeed: async (id) => {
			const state = await store.feeds.state(id);
			await store.feeds.keepState(id, { ...state, restUntil: null });
			await poll(id);
		},
		topicsChanged: () => live.refresh(),
		examineChannel: examine,
	});
	const now = () => config.TRADEWIRE_NOW ?? new Date();
	const answering = (
		tools: Pick<AnswerTools, "channels" | "resume" | "mayAsk">,
	) => byFreshBook(book, makeAnswer(commands, { ...tools, log, now }));
	return {
		book: book.book,
		commands,
		hubs,
		answer: answering({
			channels: store.channels,
			mayAsk: makeLimit(perMinute(config.TRADEWIRE_COMMANDS_PER_MINUTE)),
			resume: (channel) => resumeChannel(channel, { ...store, log }),
		}),
		answerIn(language) {
			const settings = async () => ({ ...defaultChannelSettings, language });
			const resume = async () => {};
			return answering({ channels: { settings }, resume, mayAsk: () => true });
		},
		speakThrough(platforms) {
			spoken = platforms;
		},
		errands: (platforms) => {
			// The embedded store is one process's alone: what was being sent before is not any more.
			const aloneSince = config.DATABASE_URL === null ? new Date() : null;
			const sending = {
				...store,
				suspendedCard,
				platforms: byName(platforms),
				aloneSince,
				log,
			};
			const sweeping = {
				...store,
				examine,
				looked: new Map<string, Date>(),
				enqueueChannels,
				enqueuePolls: needs.enqueuePolls,
				catchUpCard: (told: HeldBack, say: Say) =>
					catchUpCard({ ...told, topic: live.topic }, say),
				aloneSince,
				log,
			};
			const rating = rateTools(needs, { book: book.book, now });
			return {
				poll,
				send: (channel) => sendDeliveries(channel, sending, () => new Date()),
				sweep: (busy) => sweep(sweeping, new Date(), busy),
				digests: () => makeDigests(digestTools(needs, live), new Date()),
				async rates() {
					// Nobody is told by a book that others have amended meanwhile.
					if (!(await book.refresh(true))) return;
					await watchRates(rating, { law: now(), now: new Date() });
				},
				hubs: async () => hubs?.keep(),
			};
		},
	};
}

function hubsOf(needs: HouseNeeds, polling: PollTools, kept: Kept) {
	const { config, store, enqueuePolls } = needs;
	const publicUrl = config.TRADEWIRE_PUBLIC_URL;
	if (publicUrl === null) return null;
	return openHubs({
		...polling,
		...{ hubLeases: store.hubLeases, enqueuePolls, publicUrl },
		fetchOptions: fetchOptions(config),
		refresh: () => refresh(kept),
	});
}

/** Answers from the tariff book as any process has changed it. */
function byFreshBook(book: LiveBook, answer: Answer): Answer {
	return async (invocation) => {
		await book.refresh();
		return answer(invocation);
	};
}

function byName(platforms: readonly ChatPlatform[]) {
	return new Map(platforms.map((platform) => [platform.name, platform]));
}

function digestTools(needs: HouseNeeds, live: LiveTopics): DigestTools {
	const { store, log, enqueueChannels } = needs;
	return { ...store, topic: live.topic, digestCard, enqueueChannels, log };
}
