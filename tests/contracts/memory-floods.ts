import { expect, test } from "vitest";
import { textHash } from "../../src/news/text-hash.ts";
import type { MakeMemories, Memories } from "./memories.ts";
import {
	at,
	brokers,
	lawyers,
	sampleDelivery,
	sampleTold,
} from "./sample-news.ts";

const flood = { feedId: "wire", until: at(60) };
const held = { state: "held", flood } as const;

/** What every Floods does, and what the ledger and the newsroom make of it. */
export function floodsContract(make: MakeMemories): void {
	const flooded = async (): Promise<Memories> => {
		const memories = await make();
		await memories.newsroom.inTurn(async (turn) => {
			await turn.keep({ ...sampleTold({ id: "a1" }), isFlooded: true });
			await turn.plan([
				sampleDelivery({ id: "d1", ...held }),
				sampleDelivery({ id: "d2", ...held }),
				sampleDelivery({ id: "d3", ...held, channel: lawyers }),
				sampleDelivery({ id: "d4", state: "held" }),
			]);
		});
		return memories;
	};
	const heldIds = async ({ ledger }: Memories, minutes: number) =>
		(await ledger.held(brokers, at(minutes))).map(({ id }) => id);

	test("what a flood brought is held apart until its time is over", async () => {
		const memories = await flooded();
		const { floods, ledger, newsroom } = memories;
		expect(await floods.open(at(59))).toEqual([
			{ ...flood, channel: lawyers, count: 1 },
			{ ...flood, channel: brokers, count: 2 },
		]);
		expect(await ledger.holding(at(59))).toEqual([brokers]);
		expect(await heldIds(memories, 59)).toEqual(["d4"]);
		expect(await ledger.delivery("d1")).toMatchObject(held);
		const until = (minutes: number) =>
			newsroom.inTurn((turn) => turn.floodUntil("wire", at(minutes)));
		expect(await until(59)).toEqual(flood.until);
		expect(await until(60)).toBeNull();
		expect(await floods.open(at(60))).toEqual([]);
		expect(await ledger.holding(at(60))).toEqual([lawyers, brokers]);
		expect(await heldIds(memories, 60)).toEqual(["d1", "d2", "d4"]);
	});

	test("one channel has it told, another drops it and thinks better of it", async () => {
		const memories = await flooded();
		const { floods, ledger, archive } = memories;
		expect(await floods.answer(lawyers, "wire", "drop", at(1))).toBe(1);
		expect((await ledger.delivery("d3"))?.state).toBe("dropped");
		expect((await archive.article("a1"))?.isFlooded).toBe(true);
		expect(await floods.answer(brokers, "wire", "tell", at(1))).toBe(2);
		expect(await heldIds(memories, 1)).toEqual(["d1", "d2", "d4"]);
		expect(await floods.answer(brokers, "wire", "drop", at(2))).toBe(0);
		expect((await archive.article("a1"))?.isFlooded).toBeUndefined();
		expect(await floods.answer(lawyers, "other", "tell", at(2))).toBe(0);
		expect(await floods.answer(lawyers, "wire", "tell", at(2))).toBe(1);
		expect(await ledger.holding(at(2))).toEqual([lawyers, brokers]);
	});

	test("an answer for all is every channel's", async () => {
		const { floods, ledger } = await flooded();
		expect(await floods.answer(null, "wire", "tell", at(1))).toBe(3);
		expect(await ledger.holding(at(1))).toEqual([lawyers, brokers]);
		expect(await floods.open(at(1))).toEqual([]);
	});

	test("what was dropped stays so when its time is over", async () => {
		const { floods, ledger } = await flooded();
		await floods.answer(lawyers, "wire", "drop", at(1));
		expect(await floods.answer(lawyers, "wire", "tell", at(61))).toBe(0);
		expect(await ledger.holding(at(61))).toEqual([brokers]);
	});

	test("what is planned anew without its flood is held no more for it", async () => {
		const memories = await flooded();
		const known = await memories.ledger.delivery("d1");
		await memories.newsroom.inTurn(async (turn) => {
			if (known) await turn.plan([{ ...known, flood: null, edition: 2 }]);
		});
		expect(await heldIds(memories, 1)).toEqual(["d1", "d4"]);
	});

	test("a feed's newest items come with what they are judged by", async () => {
		const { newsroom } = await make();
		const old = sampleTold({ id: "a1", detected: at(0) });
		const flooding = sampleTold({ id: "a2", title: "New", detected: at(9) });
		const other = sampleTold({ id: "a3", feedId: "other" });
		await newsroom.inTurn(async (turn) => {
			for (const one of [old, { ...flooding, isFlooded: true }, other]) {
				await turn.keep(one);
			}
			const { url, published } = old.article;
			const items = [
				{ title: "New", detected: at(9), isFlooded: true, of: flooding },
				{
					title: old.article.title,
					detected: at(0),
					isFlooded: false,
					of: old,
				},
			].map(({ of, ...item }) => ({
				...{ ...item, url, published, hash: textHash(of.article) },
			}));
			expect(await turn.newestItems("wire", 9)).toEqual(items);
			expect(await turn.newestItems("wire", 1)).toEqual(items.slice(0, 1));
		});
	});
}
