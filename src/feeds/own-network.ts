/** Tells a feed's outage from our own. */
export interface OwnNetwork {
	answered(): void;
	/** A host could not be reached. Gives whether it looks like our own network's fault. */
	failed(host: string): boolean;
}

/** So many hosts out of reach at once, and none that answers, are no accident. */
const hostsDown = 3;

/**
 * Watches what this process's fetches meet. While three or more hosts cannot
 * be reached and nobody has answered since, the fault is ours, and no feed is
 * to be blamed for it.
 */
export function watchOwnNetwork(): OwnNetwork {
	const down = new Set<string>();
	return {
		answered: () => down.clear(),
		failed(host) {
			// Only so many are counted: a long outage must not fill memory.
			if (down.size < 100) down.add(host);
			return down.size >= hostsDown;
		},
	};
}
