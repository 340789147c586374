import type { ArchivedArticle } from "../deliveries/archive.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import type { NewsTurn } from "../deliveries/newsroom.ts";
import { planEdit } from "../deliveries/plan-edit.ts";
import { retellStory } from "../news/retell-story.ts";
import { storyWindowMs, tellingTime } from "../news/tell-story.ts";
import { dresser, leadsOf } from "./dress-story.ts";
import { findHearers } from "./find-audience.ts";
import { proposeChange } from "./propose-change.ts";
import type { ReadArticle } from "./read-article.ts";
import { later } from "./rest-delivery.ts";
import { floodOf, type Telling } from "./tell-articles.ts";
import { unlessFault } from "./unless-fault.ts";

/**
 * In its feed's turn gives a kept Article its new words, and plans who hears
 * of them. Null when they could not be told: the article stays as it was, and
 * the next poll tries again. The turn's own failures are thrown.
 */
export async function tellEdit(
	turn: NewsTurn,
	read: ReadArticle,
	telling: Telling,
): Promise<readonly Delivery[] | null> {
	const { tools, isPrimed, now } = telling;
	const [former] = await turn.kept([read.article.id]);
	const story = former && (await turn.story(former.storyId));
	if (!former || !story) return [];
	const { detected, published } = former.article;
	const article = { ...read.article, detected, published };
	const { statements } = read;
	const edited = { ...read, article };
	const told = unlessFault(article, tools, () =>
		retellStory({ article, statements, now }, story),
	);
	if (told === null) return null;
	const topicIds = isPrimed ? topicsOf(read) : [];
	const audience = await findHearers(turn, topicIds, story);
	const leads = [edited, ...(await leadsOf(audience.standing, turn))];
	const deliveries = unlessFault(article, tools, () =>
		planEdit(
			{
				...{ ...told, ...audience, articleId: article.id, detected },
				isPushed: telling.isPushed,
				flood: floodOf(read, telling),
				isRetitled: article.title !== former.article.title,
				newTopicIds: newTopics(former, read, now),
				dress: dresser(leads, told.story, tools),
			},
			now,
		),
	);
	if (deliveries === null) return null;
	await turn.revise({ ...edited, story: told.story }, now);
	const notices = read.proposal
		? await proposeChange(turn, read.proposal, telling)
		: [];
	await turn.plan([...deliveries, ...notices]);
	return [...deliveries, ...notices];
}

/** None of old news: a post would tell it as if it were new. */
function newTopics(
	former: ArchivedArticle,
	read: ReadArticle,
	now: Date,
): readonly string[] {
	const isOld = tellingTime(former.article) < later(now, -storyWindowMs);
	const met = topicsOf(former);
	return isOld ? [] : topicsOf(read).filter((id) => !met.includes(id));
}

function topicsOf({
	matches,
}: Pick<ReadArticle, "matches">): readonly string[] {
	return matches.map(({ topicId }) => topicId);
}
