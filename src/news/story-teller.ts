import type { Article } from "./article.ts";
import { canonicalAddress } from "./canonical-address.ts";
import { storyWindowMs } from "./likeliest-story.ts";
import type { Story } from "./story.ts";
import { storyTerms } from "./story-terms.ts";
import { type Told, tellStory } from "./tell-story.ts";
import { tellingTime } from "./telling-time.ts";

/** Tells stories in time order, and remembers in memory the ones still running. */
export interface StoryTeller {
	tell(article: Article): Told;
}

/** A term in more stories than this finds too many to compare; the rarer ones still find them. */
const mostPerTerm = 200;

/** Makes a StoryTeller with its own memory: for one process and no store. */
export function makeStoryTeller(): StoryTeller {
	const running = new Map<string, Story>();
	const withTerm = new Map<string, Set<string>>();
	const atAddress = new Map<string, string>();
	return {
		tell(article) {
			const found = new Set<string>();
			const address = article.url && canonicalAddress(article.url);
			const known = address ? atAddress.get(address) : undefined;
			if (known !== undefined) found.add(known);
			for (const term of storyTerms(article)) {
				const ids = withTerm.get(term) ?? new Set();
				if (ids.size <= mostPerTerm) for (const id of ids) found.add(id);
			}
			const candidates = [...found].flatMap((id) => running.get(id) ?? []);
			const told = tellStory(article, candidates);
			remember(told.story);
			if (address) atAddress.set(address, told.story.id);
			forgetBefore(tellingTime(article).getTime() - storyWindowMs);
			return told;
		},
	};

	function remember(story: Story): void {
		// Set again, so that the map stays in the order last told.
		running.delete(story.id);
		running.set(story.id, story);
		for (const term of story.terms) {
			const ids = withTerm.get(term);
			if (ids) ids.add(story.id);
			else withTerm.set(term, new Set([story.id]));
		}
	}

	function forgetBefore(timeMs: number): void {
		for (const [id, story] of running) {
			if (story.lastToldAt.getTime() >= timeMs) return;
			running.delete(id);
			for (const term of story.terms) withTerm.get(term)?.delete(id);
		}
	}
}
