import { paceAlone } from "../chat/pace.ts";
import type { Store } from "../store/open-store.ts";

const away = async (): Promise<never> => {
	throw new Error("the store is not open here");
};

/** Enough for platforms to look at themselves where the store cannot be opened: it knows nothing and keeps nothing. */
export const withoutStore: Pick<Store, "pace" | "vault" | "transcript"> = {
	pace: paceAlone(),
	vault: {
		get: async () => null,
		names: async () => [],
		put: away,
		remove: away,
	},
	transcript: {
		post: away,
		revise: away,
		find: away,
		after: away,
		latest: away,
		channels: away,
		listen: away,
	},
};
