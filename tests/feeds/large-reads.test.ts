import { expect, test } from "vitest";
import { countLargeReads } from "../../src/feeds/large-reads.ts";

const never = new AbortController().signal;

test("lets so many in, and the next when one leaves", async () => {
	const reads = countLargeReads(1);
	const leave = await reads.enter(never);
	const order: string[] = [];
	const second = reads.enter(never).then((leaveToo) => {
		order.push("second");
		return leaveToo;
	});
	await new Promise((turn) => setImmediate(turn));
	order.push("first leaves");
	leave();
	(await second)();
	expect(order).toEqual(["first leaves", "second"]);
});

test("counts what came in without waiting", async () => {
	const reads = countLargeReads(1);
	const leave = reads.crowdIn();
	const signal = AbortSignal.timeout(20);
	await expect(reads.enter(signal)).rejects.toThrow("timeout");
	leave();
	await expect(reads.enter(never)).resolves.toBeTypeOf("function");
});
