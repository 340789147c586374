import type { Log } from "../log.ts";
import type { BookChanges } from "../news/proposal.ts";
import { amendBook } from "../tariffs/amend-book.ts";
import type { Amendment } from "../tariffs/amendment.ts";
import type { Book } from "../tariffs/book.ts";

/** The tariff book with what people confirmed, by this process or another. */
export interface LiveBook {
	/** As it was last looked at. */
	book(): Book;
	/**
	 * Looks for what was confirmed or withdrawn since, at most every two seconds
	 * unless told so. False when the store did not answer.
	 */
	refresh(isNow?: boolean): Promise<boolean>;
}

const restMs = 2_000;

/** Opens the book over the amendments that are remembered. A store that does not answer leaves it as it was. */
export function openLiveBook(
	shipped: Book,
	changes: Pick<BookChanges, "amendments">,
	log: Log,
): LiveBook {
	let amended = shipped;
	let known = "";
	let lookedAt = Number.NEGATIVE_INFINITY;
	return {
		book: () => amended,
		async refresh(isNow = false) {
			const now = performance.now();
			if (!isNow && now - lookedAt < restMs) return true;
			lookedAt = now;
			try {
				take(await changes.amendments());
				return true;
			} catch (error) {
				log.warn("amendments of the tariff book not read", { error });
				return false;
			}
		},
	};

	function take(amendments: readonly Amendment[]): void {
		const standing = amendments.filter(({ withdrawn }) => withdrawn === null);
		const names = standing.map(({ id }) => id).join(" ");
		if (names === known) return;
		known = names;
		const { book, refused } = amendBook(shipped, standing);
		amended = book;
		log.info("tariff book amended", { amendments: standing.length });
		for (const { amendment, why } of refused) {
			const { id, measure } = amendment;
			log.error("amendment no longer fits the tariff book", {
				...{ amendmentId: id, measure, why },
			});
		}
	}
}
