import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Answer } from "../../src/chat/command.ts";
import { commandList } from "../../src/commands/command-list.ts";
import { feedFromUrl } from "../../src/feeds/feed-from-url.ts";
import { makeAnswer } from "../../src/flows/answer-command.ts";
import { makeLog } from "../../src/log.ts";
import { openStore } from "../../src/store/open-store.ts";
import { amendBook } from "../../src/tariffs/amend-book.ts";
import { readBook } from "../../src/tariffs/book.ts";
import { people } from "../../src/topics/people.ts";
import { topicCatalogue } from "../../src/topics/topic-catalogue.ts";
import { deliveryOf, now, teller, wire } from "../commands/command-house.ts";
import { sampleProposal } from "../contracts/sample-proposals.ts";
import { spread, textFamilies } from "../hostile/hostile-texts.ts";

/** The real commands over the real embedded store, in which strangers have written what they like. */
export async function openFuzzHouse() {
	const home = await mkdtemp(join(tmpdir(), "tradewire-fuzz-"));
	const log = makeLog("error", (line) => broken.push(line));
	const broken: string[] = [];
	const store = await openStore({ databaseUrl: null, home, log });
	const shipped = readBook();
	let book = shipped;
	const commands = commandList({
		...store,
		book: () => book,
		catalogue: topicCatalogue,
		people,
		publicUrl: "https://tradewire.example",
		async addFeed(url) {
			const feed = feedFromUrl(url);
			await store.feeds.keepFeed(feed);
			return feed;
		},
		pollFeed: async () => undefined,
		examineChannel: async () => [],
		isDesk: () => false,
		mayAmend: () => true,
		async bookChanged() {
			const amendments = await store.bookChanges.amendments();
			book = amendBook(shipped, amendments).book;
		},
		topicsChanged: async () => undefined,
	});
	const answer: Answer = makeAnswer(commands, {
		channels: store.channels,
		resume: async () => undefined,
		mayAsk: () => true,
		log,
		now: () => now,
	});
	const ids = await fill(store);
	return {
		...{ commands, answer, ids, store },
		/** What was logged as an error since the last look. */
		faults: () => broken.splice(0),
		async close() {
			await store.close();
			await rm(home, { recursive: true, force: true });
		},
	};
}

/** Articles, feeds and a delivery of hostile texts; gives ids to ask after. */
async function fill(store: Awaited<ReturnType<typeof openStore>>) {
	const tell = teller(store);
	const ids: string[] = [];
	for (const texts of Object.values(textFamilies)) {
		for (const text of spread(texts)) {
			const title = `Steel tariff ${text}`;
			const story = await tell({ title, summary: text, outlet: text });
			ids.push(story.id);
		}
		const [text = ""] = texts;
		const id = `feed-${ids.length}`;
		await store.feeds.keepFeed({
			...wire,
			id,
			title: text,
			url: `${wire.url}/${id}`,
		});
	}
	const [story = ""] = ids;
	const proposals = ids.slice(0, 6).map((articleId, at) => {
		const title = textFamilies["what terminals obey"]?.[at] ?? "";
		return sampleProposal({ articleId, title, outlet: title });
	});
	await store.newsroom.inTurn(async (turn) => {
		await turn.plan([deliveryOf(story, {})]);
		for (const proposal of proposals) await turn.propose(proposal);
	});
	const some = ids.filter((_, at) => at % 20 === 0);
	return ["d1", ...proposals.map(({ id }) => id), ...some];
}
