import type { Article } from "../news/article.ts";
import type { Proposal } from "../news/proposal.ts";
import type { Statement } from "../news/statement.ts";
import type { WrittenSummary } from "../news/written-summary.ts";
import type { Match } from "../topics/match.ts";

/** An Article with what was found in it. */
export interface ReadArticle {
	readonly article: Article;
	readonly statements: readonly Statement[];
	readonly matches: readonly Match[];
	/** What it proposes for the tariff book. */
	readonly proposal?: Proposal | null;
	/** Where a model summed it up and was found faithful. */
	readonly written?: WrittenSummary | undefined;
}
