import type { Log } from "../log.ts";
import type { Article } from "../news/article.ts";
import type { SummaryOptions } from "../news/summarise.ts";
import type { WrittenSummary } from "../news/written-summary.ts";
import { askModel, type ModelEndpoint, ModelError } from "./ask-model.ts";
import { writeSummary } from "./write-summary.ts";

/** An Article to be summed up, with where its matches stand. */
interface ToSum {
	readonly article: Article;
	readonly matches: readonly {
		readonly evidence: NonNullable<SummaryOptions["evidence"]>;
	}[];
}

/** Writes summaries for those of these that get one in time, by article id. */
export type SummaryWriter = (
	read: readonly ToSum[],
) => Promise<ReadonlyMap<string, WrittenSummary>>;

/** News waits no longer than this for a better summary. */
const deadlineMs = 4_000;
/** Asked of one poll; the rest go out verbatim. */
const mostAtOnce = 6;
/** After so many failures in a row nobody is asked for a while. */
const mostFailures = 3;
const restMs = 5 * 60_000;

interface WriterNeeds {
	readonly endpoint: ModelEndpoint;
	readonly log: Log;
	readonly now?: () => number;
	readonly deadlineMs?: number;
}

/**
 * Makes the writer of an endpoint. It never throws and never takes longer than
 * its deadline: what is late, wrong or refused is left to the verbatim summary.
 * An endpoint that is out is left alone for five minutes.
 */
export function summaryWriter(needs: WriterNeeds): SummaryWriter {
	const { endpoint, log, now = Date.now } = needs;
	let failures = 0;
	let restUntil = 0;
	return async (read) => {
		const met = read.filter(({ matches }) => matches.length > 0);
		if (met.length === 0 || now() < restUntil) return new Map();
		const signal = AbortSignal.timeout(needs.deadlineMs ?? deadlineMs);
		const written = await Promise.all(
			met.slice(0, mostAtOnce).map((one) => write(one, signal)),
		);
		return new Map(written.flatMap((one) => (one ? [one] : [])));
	};

	async function write({ article, matches }: ToSum, signal: AbortSignal) {
		const evidence = matches.flatMap((match) => match.evidence);
		try {
			const writing = await writeSummary(article, evidence, (question) =>
				askTwice(endpoint, { ...question, signal }),
			);
			failures = 0;
			if (writing.kind === "written") {
				const summary = { text: writing.text, model: endpoint.model };
				return [article.id, summary] as const;
			}
			log.info("summary left verbatim", {
				articleId: article.id,
				why: writing.why,
			});
		} catch (error) {
			noteFailure(article, error);
		}
		return null;
	}

	function noteFailure(article: Article, error: unknown): void {
		failures++;
		log.warn("summary not written", { articleId: article.id, error });
		if (failures < mostFailures) return;
		failures = 0;
		restUntil = now() + restMs;
		log.warn("summaries rest", { until: new Date(restUntil).toISOString() });
	}
}

type Question = Parameters<typeof askModel>[1];

/** Once more when it may help, within the same deadline. */
async function askTwice(
	endpoint: ModelEndpoint,
	question: Question,
): Promise<string> {
	try {
		return await askModel(endpoint, question);
	} catch (error) {
		const isOver = question.signal.aborted;
		if (!(error instanceof ModelError) || error.isOurs || isOver) throw error;
		return askModel(endpoint, question);
	}
}
