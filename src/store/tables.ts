import type { ColumnType, Generated, GeneratedAlways } from "kysely";
import type { Card } from "../chat/card.ts";
import type { ChannelSettings, DigestTimes } from "../chat/channel.ts";
import type { MessageRef } from "../chat/chat-platform.ts";
import type {
	DeliveryKind,
	DeliveryState,
	Shown,
} from "../deliveries/delivery.ts";
import type { RateNotice, RateState } from "../deliveries/rate-watch.ts";
import type { Feed, FeedReader, FeedState } from "../feeds/feed.ts";
import type { HubLease } from "../feeds/hub-lease.ts";
import type { FeedKind } from "../news/article.ts";
import type { Proposal } from "../news/proposal.ts";
import type { Statement } from "../news/statement.ts";
import type { AmendmentChange } from "../tariffs/amendment.ts";
import type { SurtaxList } from "../tariffs/surtax-list.ts";
import type { TariffLine } from "../tariffs/tariff-line.ts";
import type { Evidence } from "../topics/match.ts";
import type { SubscriptionMode } from "../topics/subscription.ts";
import type { Topic } from "../topics/topic.ts";

/** Written as JSON text (`json`), read as the value. */
type Json<Value> = ColumnType<Value, string, string>;

/** Settings as JSON holds them: instants as ISO text, and only what was chosen. */
export type KeptSettings = Partial<
	Omit<ChannelSettings, "digest" | "suspended"> & {
		readonly digest: (Omit<DigestTimes, "since"> & { since: string }) | null;
		readonly suspended: { reason: string; since: string } | null;
	}
>;

interface LaneTable {
	readonly lane: string;
	readonly free_at: Date;
}

interface SecretTable {
	readonly name: string;
	readonly sealed: string;
}

interface FeedTable {
	readonly id: string;
	readonly url: string;
	readonly title: string;
	readonly kind: Feed["kind"];
	readonly language: string;
	readonly verified: boolean;
	readonly reader: FeedReader | null;
	/** A list brought it; false for one that people added. */
	readonly listed: boolean;
	readonly removed: Generated<boolean>;
	readonly etag: FeedState["etag"];
	readonly last_modified: FeedState["lastModified"];
	readonly content_hash: FeedState["contentHash"];
	readonly primed_at: FeedState["primedAt"];
	readonly polled_at: FeedState["polledAt"];
	readonly worked_at: FeedState["workedAt"];
	readonly failures: Generated<number>;
	readonly failing_since: FeedState["failingSince"];
	readonly trouble_told_of: FeedState["troubleToldOf"];
	readonly trouble: FeedState["trouble"];
	readonly rest_until: FeedState["restUntil"];
	readonly interval_ms: FeedState["intervalMs"];
	readonly gap_ms: FeedState["gapMs"];
	readonly newest_at: FeedState["newestAt"];
	readonly bytes: FeedState["bytes"];
	readonly took_ms: FeedState["tookMs"];
	readonly moved_to: FeedState["movedTo"];
	readonly moved_times: Generated<FeedState["movedTimes"]>;
}

interface HubLeaseTable {
	readonly token: string;
	readonly feed_id: string;
	readonly hub: string;
	readonly topic: string;
	readonly state: HubLease["state"];
	readonly callback: HubLease["callback"];
	readonly lease_until: HubLease["leaseUntil"];
	readonly asked_at: HubLease["askedAt"];
	readonly ask_at: HubLease["askAt"];
	readonly failures: HubLease["failures"];
	readonly trouble: HubLease["trouble"];
	readonly pushed_at: HubLease["pushedAt"];
	readonly missed_at: HubLease["missedAt"];
}

/** What a hub pushed and was told: the SHA-256 of its bytes. */
interface HubPushTable {
	readonly token: string;
	readonly hash: string;
	readonly at: Date;
}

interface TopicTable {
	readonly id: string;
	readonly names: Json<Topic["names"]>;
	readonly query: string;
	readonly owner: string | null;
}

interface SubscriptionTable {
	readonly channel: string;
	readonly topic_id: string;
	readonly mode: SubscriptionMode;
	readonly since: Date;
}

interface StoryTable {
	readonly id: string;
	readonly headline: string;
	readonly url: string | null;
	readonly language: string;
	readonly first_told_at: Date;
	readonly last_told_at: Date;
	readonly revision: number;
	readonly terms: string[];
	readonly figures: string[];
}

interface ArticleTable {
	readonly id: string;
	readonly feed_id: string;
	readonly story_id: string;
	readonly url: string | null;
	readonly outlet: string;
	readonly kind: FeedKind;
	readonly language: string;
	readonly title: string;
	readonly summary: string;
	readonly body: string;
	readonly published: Date | null;
	readonly detected: Date;
	/** When it was published, or first seen when that is unknown or still to come. */
	readonly told_at: GeneratedAlways<Date>;
	/** Of its words; null in what was kept before it was. */
	readonly text_hash: string | null;
	/** When its words were last changed. */
	readonly revised_at: Generated<Date | null>;
	/** Its feed brought an abnormal share of items with it. */
	readonly flooded: Generated<boolean>;
	readonly words: GeneratedAlways<string>;
}

interface StatementTable {
	readonly article_id: string;
	readonly position: number;
	readonly field: Statement["field"];
	readonly speaker: string;
	readonly cue: string;
	readonly text: string;
	readonly quote: string | null;
	readonly kind: Statement["kind"];
	readonly start_offset: number;
	readonly end_offset: number;
}

interface SummaryTable {
	readonly article_id: string;
	readonly model: string;
	readonly text: string;
}

interface MatchTable {
	readonly article_id: string;
	readonly topic_id: string;
	readonly position: number;
	readonly evidence: Json<readonly Evidence[]>;
}

interface TellingTable {
	readonly story_id: string;
	readonly article_id: string;
	readonly position: number;
	readonly outlet: string;
	readonly title: string;
	readonly url: string | null;
	readonly at: Date;
	readonly terms: string[];
}

interface DeliveryTable {
	readonly id: string;
	readonly seq: GeneratedAlways<number>;
	readonly channel: string;
	readonly kind: DeliveryKind;
	readonly subject: string;
	readonly revision: number;
	readonly shows: Json<Shown> | null;
	readonly card: Json<Card>;
	readonly edition: number;
	readonly sent_edition: number;
	readonly reply_to: string | null;
	readonly state: DeliveryState;
	readonly reason: string | null;
	readonly message: ColumnType<MessageRef | null, string | null, string | null>;
	readonly attempts: number;
	readonly not_before: Date;
	readonly created_at: Date;
	readonly sent_at: Date | null;
	/** The feed that flooded with it, and until when it is held for that. */
	readonly flood_feed: string | null;
	readonly flood_until: Date | null;
	/** Id of the catch-up that tells it. */
	readonly caught_in: Generated<string | null>;
	/** When the one who is sending it took it. */
	readonly claimed_at: ColumnType<Date | null, never, Date | null>;
	/** The platform may have it from an earlier try; forgotten only when it is sent. */
	readonly must_find: Generated<boolean>;
	/** Has something to say: queued, unknown, or sent and out of date. */
	readonly waits: GeneratedAlways<boolean>;
	/** Was tried and waits to be tried again: later ones of the channel wait behind it. */
	readonly blocks: GeneratedAlways<boolean>;
}

interface LaneView {
	readonly id: string;
	readonly channel: string;
	readonly seq: number;
	readonly due_at: Date;
	/** By the clock of whoever wrote it last. */
	readonly written_at: Date;
}

interface DigestTable {
	readonly channel: string;
	readonly date: string;
	readonly at: Date;
	readonly delivery_id: string | null;
}

interface UtteranceTable {
	readonly seq: GeneratedAlways<number>;
	readonly channel: string;
	readonly key: string;
	readonly revision: number;
	readonly card: Json<Card>;
	readonly reply_to: string | null;
	readonly at: Generated<Date>;
}

interface RevisionTable {
	readonly id: GeneratedAlways<number>;
	readonly importer: string;
	readonly name: string;
	readonly from_day: string;
	readonly imported_at: Generated<Date>;
}

interface TariffLineTable {
	readonly revision_id: number;
	/** Digits without dots; in the C collation a prefix stands before all that begins with it. */
	readonly code: string;
	readonly path: Json<TariffLine["path"]>;
	readonly units: Json<TariffLine["units"]>;
	readonly general: string;
	readonly special: string;
	readonly other: string;
	readonly notes: Json<TariffLine["notes"]>;
}

interface RateWatchTable {
	readonly id: string;
	readonly channel: string;
	readonly goods: string;
	readonly importer: string;
	readonly origin: string;
	readonly mode: SubscriptionMode;
	readonly since: Date;
	readonly revision: number;
	readonly told_id: string;
}

interface RateToldTable {
	readonly id: string;
	readonly told: Json<RateState>;
	readonly kept_at: Date;
}

interface RateNoticeTable {
	readonly seq: GeneratedAlways<number>;
	readonly channel: string;
	readonly notice: Json<RateNotice>;
	readonly at: Date;
}

interface SurtaxListTable {
	readonly id: GeneratedAlways<number>;
	readonly instrument: string;
	readonly schedule: string;
	readonly from_day: string;
	readonly source: Json<SurtaxList["source"]>;
	readonly imported_at: Generated<Date>;
}

interface ProposalTable {
	readonly id: string;
	readonly article_id: string;
	readonly proposal: Json<
		Omit<Proposal, "id" | "articleId" | "state" | "madeAt" | "decided">
	>;
	readonly state: Proposal["state"];
	readonly made_at: Date;
	readonly decided_by: string | null;
	readonly decided_at: Date | null;
}

interface AmendmentTable {
	readonly seq: GeneratedAlways<number>;
	readonly id: string;
	readonly proposal_id: string;
	readonly amendment: Json<AmendmentChange>;
	readonly confirmed_by: string;
	readonly confirmed_at: Date;
	readonly withdrawn_by: string | null;
	readonly withdrawn_at: Date | null;
}

/** The schema as Kysely sees it; migrations/ makes it. */
export interface Tables {
	readonly feeds: FeedTable;
	readonly hub_leases: HubLeaseTable;
	readonly hub_pushes: HubPushTable;
	readonly lanes: LaneTable;
	readonly secrets: SecretTable;
	readonly topics: TopicTable;
	readonly channels: { readonly channel: string; settings: Json<KeptSettings> };
	readonly subscriptions: SubscriptionTable;
	readonly stories: StoryTable;
	readonly articles: ArticleTable;
	readonly statements: StatementTable;
	readonly matches: MatchTable;
	readonly summaries: SummaryTable;
	readonly tellings: TellingTable;
	readonly deliveries: DeliveryTable;
	readonly lane: LaneView;
	readonly digests: DigestTable;
	readonly rate_watches: RateWatchTable;
	readonly rates_told: RateToldTable;
	readonly rate_notices: RateNoticeTable;
	readonly proposals: ProposalTable;
	readonly amendments: AmendmentTable;
	readonly utterances: UtteranceTable;
	readonly revisions: RevisionTable;
	readonly tariff_lines: TariffLineTable;
	readonly surtax_lists: SurtaxListTable;
}
