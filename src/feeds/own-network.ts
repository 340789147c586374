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
 * to be blamed for it. `told` hears once that it began, and once that it ended.
 */
export function watchOwnNetwork(
	told: (isOut: boolean) => void = () => {},
): OwnNetwork {
	const down = new Set<string>();
	const isOut = () => down.size >= hostsDown;
	return {
		answered() {
			if (isOut()) told(false);
			down.clear();
		},
		failed(host) {
			const wasOut = isOut();
			// Only so many are counted: a long outage must not fill memory.
			if (down.size < 100) down.add(host);
			if (isOut() && !wasOut) told(true);
			return isOut();
		},
	};
}
