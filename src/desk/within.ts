import type { Say } from "../phrases/say.ts";

const boundMs = 2000;

/** What `work` gives, or a failure after two seconds: the desk must speak when the house hangs. */
export async function within<T>(work: () => Promise<T>, say: Say): Promise<T> {
	const { promise: late, reject } = Promise.withResolvers<never>();
	const words = say("desk.tooSlow", { seconds: boundMs / 1000 });
	const timer = setTimeout(() => reject(new Error(words)), boundMs);
	try {
		return await Promise.race([work(), late]);
	} finally {
		clearTimeout(timer);
	}
}
