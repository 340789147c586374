import { channelKey } from "../chat/channel.ts";
import {
	type Delivery,
	type DeliveryState,
	deliveryStates,
} from "../deliveries/delivery.ts";
import type { Say } from "../phrases/say.ts";
import type { DeskTools } from "./desk-tools.ts";
import { type Html, html } from "./html.ts";
import { moment, table } from "./html-table.ts";

/** States that an operator looks into, most urgent first. */
const watched = ["dead", "unknown", "held"] as const;
const newestShown = 10;

export interface DeliveriesRead {
	readonly counts: Readonly<Record<DeliveryState, number>>;
	readonly newest: Readonly<
		Record<(typeof watched)[number], readonly Delivery[]>
	>;
}

/** What the desk shows of the ledger. */
export async function readDeliveries(
	ledger: DeskTools["ledger"],
): Promise<DeliveriesRead> {
	const [counts, dead, unknown, held] = await Promise.all([
		ledger.counts(),
		ledger.newest("dead", newestShown),
		ledger.newest("unknown", newestShown),
		ledger.newest("held", newestShown),
	]);
	return { counts, newest: { dead, unknown, held } };
}

/** Deliveries by state; then the newest of those that did not arrive, with why. */
export function deliveriesView(
	{ counts, newest }: DeliveriesRead,
	say: Say,
): Html {
	const rows = deliveryStates.map((state) => [
		html`${state}`,
		html`${counts[state].toLocaleString("en")}`,
	]);
	const lists = watched
		.filter((state) => newest[state].length > 0)
		.map((state) => newestView(state, newest[state], say));
	const heads = [say("desk.state"), say("desk.count")];
	return html`${table(heads, rows)}${lists}`;
}

function newestView(
	state: (typeof watched)[number],
	deliveries: readonly Delivery[],
	say: Say,
): Html {
	const rows = deliveries.map(({ channel, card, reason, createdAt }) => [
		html`${channelKey(channel)}`,
		html`${card.title}`,
		html`${reason ?? say("desk.noReason")}`,
		html`${moment(createdAt)}`,
	]);
	const heads = [
		say("desk.channel"),
		say("desk.card"),
		say("desk.reason"),
		say("desk.since"),
	];
	const count = say("desk.newestIn", { count: deliveries.length });
	return html`<h3>${say(`desk.${state}`)} <small>${count}</small></h3>${table(heads, rows)}`;
}
