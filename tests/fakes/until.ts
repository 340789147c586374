/** Waits until `isSo` holds, looking often; throws after `withinMs`. */
export async function until(
	isSo: () => boolean | Promise<boolean>,
	withinMs = 15_000,
): Promise<void> {
	const end = Date.now() + withinMs;
	while (!(await isSo())) {
		if (Date.now() > end) throw new Error(`not so within ${withinMs} ms`);
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}
