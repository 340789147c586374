import type { Delivery } from "./delivery.ts";
import { deliveryId } from "./delivery-id.ts";

type Given =
	| "channel"
	| "kind"
	| "subject"
	| "card"
	| "notBefore"
	| "createdAt";
type Open = "revision" | "shows" | "replyTo" | "state" | "reason" | "flood";

/** A Delivery that was never tried, in its first edition; queued unless told. */
export function newDelivery(
	given: Pick<Delivery, Given> & Partial<Pick<Delivery, Open>>,
): Delivery {
	const { channel, subject, revision = 1 } = given;
	return {
		id: deliveryId(channel, subject, revision),
		revision,
		shows: null,
		edition: 1,
		sentEdition: 0,
		replyTo: null,
		state: "queued",
		reason: null,
		flood: null,
		message: null,
		attempts: 0,
		sentAt: null,
		...given,
	};
}
