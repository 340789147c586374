import { askHub } from "../feeds/ask-hub.ts";
import type { FetchOptions } from "../feeds/fetch-feed.ts";
import { followAddress } from "../flows/follow-address.ts";
import { keepHubLeases } from "../flows/keep-hub-leases.ts";
import {
	type Push,
	type PushOutcome,
	type PushTools,
	receivePush,
} from "../flows/receive-push.ts";
import { type HubQuestion, verifyLease } from "../flows/verify-lease.ts";

interface HubNeeds extends PushTools {
	/** Where hubs reach us. */
	readonly publicUrl: string;
	readonly fetchOptions: FetchOptions;
	/** Learns what another process may have changed since. */
	refresh(): Promise<void>;
}

/** All that is done with hubs, bound to one store. */
export interface Hubs {
	/** Asks the hubs that are to be asked; one round at a time. */
	keep(): Promise<void>;
	isKnown(token: string): Promise<boolean>;
	verify(question: HubQuestion): Promise<boolean>;
	receive(push: Push): Promise<PushOutcome>;
}

/** Binds the flows that speak with hubs. */
export function openHubs(needs: HubNeeds): Hubs {
	const { publicUrl, fetchOptions, hubLeases } = needs;
	const keeping = {
		...needs,
		askHub: (wish: Parameters<typeof askHub>[0]) => askHub(wish, fetchOptions),
		callbackOf: (token: string) => `${publicUrl}/websub/${token}`,
	};
	let isKeeping = false;
	let isFirst = true;
	return {
		async keep() {
			if (isKeeping) return;
			isKeeping = true;
			try {
				if (isFirst) await followAddress(keeping, new Date());
				isFirst = false;
				await keepHubLeases(keeping, new Date());
			} finally {
				isKeeping = false;
			}
		},
		isKnown: async (token) => (await hubLeases.byToken(token)) !== null,
		verify: (question) => verifyLease(question, needs, new Date()),
		async receive(push) {
			await needs.refresh();
			return receivePush(push, needs, new Date());
		},
	};
}
