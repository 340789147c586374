/** A process that dies at its n-th step: from then on nothing it asks for happens. */
export interface Mortal {
	/** Steps taken so far. */
	steps(): number;
	isDead(): boolean;
	/** The same object, each of whose methods is a step. */
	wrap<T extends object>(living: T): T;
	/** The same function, as a step. */
	step<A extends unknown[], R>(
		work: (...given: A) => Promise<R>,
	): (...given: A) => Promise<R>;
}

/** Dies just before step `at` has its effect, or just after it had it. */
export function mortal(at: number, when: "before" | "after"): Mortal {
	let steps = 0;
	let isDead = false;
	const die = () => {
		isDead = true;
		throw new Error(`killed ${when} step ${at}`);
	};
	const step =
		<A extends unknown[], R>(work: (...given: A) => Promise<R>) =>
		async (...given: A): Promise<R> => {
			if (isDead) throw new Error("dead");
			const isLast = ++steps === at;
			if (isLast && when === "before") die();
			const result = await work(...given);
			if (isLast) die();
			return result;
		};
	return {
		steps: () => steps,
		isDead: () => isDead,
		step,
		wrap: (living) =>
			new Proxy(living, {
				get(target, name) {
					const value = Reflect.get(target, name);
					return typeof value === "function" ? step(value.bind(target)) : value;
				},
			}),
	};
}
