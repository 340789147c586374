import { writeFile } from "node:fs/promises";
import type { FeedMemory } from "../feeds/feed.ts";
import { FeedError } from "../feeds/feed-error.ts";
import { writeOpml } from "../feeds/opml.ts";
import { readFeedsFile } from "../feeds/read-feeds-file.ts";
import { holdsSecret } from "../feeds/shown-address.ts";
import { readInputFile } from "./read-input-file.ts";
import { type TerminalCommand, UsageError } from "./terminal-command.ts";

/** The feeds that the store keeps, opened for one command. */
export interface OpenFeeds {
	readonly feeds: FeedMemory;
	close(): Promise<void>;
}

/** `tradewire feeds`: brings lists of feeds in and out as OPML. */
export function makeFeedsCommand(
	openFeeds: () => Promise<OpenFeeds>,
): TerminalCommand {
	const usage = "feeds import FILE.opml | feeds export FILE.opml";
	return {
		name: "feeds",
		usage,
		about: `import adds the feeds of an OPML list (or a JSON feeds file) to those that are
polled; feeds already there keep what is remembered of them. export writes
all feeds as OPML.`,
		async run([verb, file, ...more], terminal) {
			const carry = verb === "import" ? importFeeds : exportFeeds;
			const known = verb === "import" || verb === "export";
			if (!known || file === undefined || more.length > 0) {
				throw new UsageError("say import or export, and one FILE");
			}
			try {
				terminal.print(await carry(file, openFeeds));
				return 0;
			} catch (error) {
				if (!(error instanceof Error)) throw error;
				terminal.complain(error.message);
				return 1;
			}
		},
	};
}

/** Gives what to tell of it. The file is read first: a wrong one opens no store. */
async function importFeeds(
	file: string,
	openFeeds: () => Promise<OpenFeeds>,
): Promise<string> {
	await readInputFile(file);
	const list = await readFeedsFile(file);
	return withFeeds(openFeeds, async (memory) => {
		const kept = new Map(
			(await memory.feeds()).map((feed) => [feed.url, feed.id]),
		);
		for (const feed of list) {
			await memory.keepFeed({ ...feed, id: kept.get(feed.url) ?? feed.id });
		}
		const added = list.filter(({ url }) => !kept.has(url)).length;
		return `${list.length} feeds read from ${file}, ${added} of them new`;
	});
}

async function exportFeeds(
	file: string,
	openFeeds: () => Promise<OpenFeeds>,
): Promise<string> {
	return withFeeds(openFeeds, async (memory) => {
		const feeds = await memory.feeds();
		try {
			await writeFile(file, writeOpml(feeds));
		} catch (cause) {
			throw new FeedError(`${file} cannot be written`, { cause });
		}
		const secret = feeds.filter(({ url }) => holdsSecret(url)).length;
		const written = `${feeds.length} feeds written to ${file}`;
		return secret === 0
			? written
			: `${written}; ${secret} of their addresses hold a password or key: keep it to yourself`;
	});
}

async function withFeeds(
	openFeeds: () => Promise<OpenFeeds>,
	work: (memory: FeedMemory) => Promise<string>,
): Promise<string> {
	const open = await openFeeds();
	try {
		return await work(open.feeds);
	} finally {
		await open.close();
	}
}
