import type { Card } from "../chat/card.ts";
import type { ChannelRef, ChannelSettings } from "../chat/channel.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import type {
	DeliveryLedger,
	HeldDelivery,
} from "../deliveries/delivery-ledger.ts";
import { newDelivery } from "../deliveries/new-delivery.ts";
import { type Say, sayIn } from "../phrases/say.ts";

/** What was held, and when it is told. */
export interface HeldBack {
	readonly held: readonly Delivery[];
	readonly now: Date;
}

/** What catching up needs of the house. */
export interface CatchUpTools {
	readonly ledger: DeliveryLedger;
	catchUpCard(told: HeldBack, say: Say): Card;
}

/** More notices than these would be noise. */
const mostNotices = 3;

/**
 * Lets go what a channel held. Stories, digests and catch-ups that could not
 * be sent are joined in one catch-up when they are several, and notices when
 * they are many. What may have been said is whole, to be looked for; so are
 * rates, whose lines would lack their sources.
 */
export async function catchUp(
	held: readonly HeldDelivery[],
	channel: { readonly ref: ChannelRef; readonly settings: ChannelSettings },
	tools: CatchUpTools,
	now: Date,
): Promise<void> {
	const { whole, joined } = sorted(held);
	await tools.ledger.release(idsOf(whole), now);
	const [first] = joined;
	if (!first) return;
	const earlier = joined.filter(({ kind }) => kind === "catch-up");
	const others = joined.filter(({ kind }) => kind !== "catch-up");
	const told = [...(await tools.ledger.toldIn(idsOf(earlier))), ...others];
	const delivery = newDelivery({
		channel: channel.ref,
		kind: "catch-up",
		...nameOf(first, earlier),
		card: tools.catchUpCard(
			{ held: told, now },
			sayIn(channel.settings.language),
		),
		notBefore: now,
		createdAt: now,
	});
	await tools.ledger.catchUp(delivery, idsOf(joined));
}

function sorted(held: readonly HeldDelivery[]) {
	const sure = held.filter(({ mustFind }) => !mustFind);
	const notices = sure.filter(({ kind }) => kind === "notice").length;
	const joined = sure.filter(
		({ kind }) =>
			["story", "digest", "catch-up"].includes(kind) ||
			(kind === "notice" && notices > mostNotices),
	);
	if (joined.length < 2) return { whole: held, joined: [] };
	return { whole: held.filter((one) => !joined.includes(one)), joined };
}

/** After what it began with: the next form of a catch-up that could not be sent bears its name. */
function nameOf(first: Delivery, earlier: readonly Delivery[]) {
	const [root] = earlier;
	if (!root) return { subject: first.id, revision: 1 };
	const { subject } = root;
	const forms = earlier.filter((one) => one.subject === subject);
	const revision = Math.max(...forms.map((one) => one.revision)) + 1;
	return { subject, revision };
}

function idsOf(deliveries: readonly Delivery[]): readonly string[] {
	return deliveries.map(({ id }) => id);
}
