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
/** More candidates than any event has; the likeliest are among the first. */
const mostCandidates = 50;

/** Makes a StoryTeller with its own memory: for one process and no store. */
export function makeStoryTeller(): StoryTeller {
	const running = new Map<string, Story>();
	const withTerm = new Map<string, Set<string>>();
	const atAddress = new Map<string, string>();
	return {
		tell(article) {
			const address = article.url && canonicalAddress(article.url);
			const known = address ? atAddress.get(address) : undefined;
			const ids = [...idsLike(storyTerms(article)), ...(known ? [known] : [])];
			const candidates = [...new Set(ids)].flatMap(
				(id) => running.get(id) ?? [],
			);
			const told = tellStory(article, candidates);
			remember(told.story);
			if (address) atAddress.set(address, told.story.id);
			forgetBefore(tellingTime(article).getTime() - storyWindowMs);
			return told;
		},
	};

	/** Those that share the most terms, first. */
	function idsLike(terms: readonly string[]): string[] {
		const shared = new Map<string, number>();
		for (const term of terms) {
			const ids = withTerm.get(term) ?? new Set();
			if (ids.size > mostPerTerm) continue;
			for (const id of ids) shared.set(id, (shared.get(id) ?? 0) + 1);
		}
		return [...shared]
			.sort((a, b) => b[1] - a[1])
			.slice(0, mostCandidates)
			.map(([id]) => id);
	}

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
