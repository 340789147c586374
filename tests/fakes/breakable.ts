/** Wraps an interface of async functions so that a test can make all of them fail, and mend them. */
export function breakable<T extends object>(
	inner: T,
): { whole: T; breakDown: () => () => void } {
	let broken = false;
	const whole = new Proxy(inner, {
		get(target, name, self) {
			const part: unknown = Reflect.get(target, name, self);
			if (!broken || typeof part !== "function") return part;
			return async () => {
				throw new Error(`${String(name)}: connection refused`);
			};
		},
	});
	const breakDown = () => {
		broken = true;
		return () => {
			broken = false;
		};
	};
	return { whole, breakDown };
}
