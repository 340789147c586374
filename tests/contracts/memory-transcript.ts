import { expect, test, vi } from "vitest";
import type { MakeMemories } from "./memories.ts";
import { sampleCard } from "./sample-news.ts";

const post = (key: string, channel = "brokers") => ({
	channel,
	key,
	card: sampleCard(key),
	replyTo: null,
});

/** What every Transcript does. */
export function transcriptContract(make: MakeMemories): void {
	test("a key is said once, also by two at once", async () => {
		const { transcript } = await make();
		const said = await Promise.all([
			transcript.post(post("d1")),
			transcript.post({ ...post("d1"), card: sampleCard("again") }),
		]);
		expect(said[0]).toEqual(said[1]);
		expect(await transcript.latest("brokers", 10)).toEqual([said[0]]);
	});

	test("a newer form is the next revision; the post stays as it was said", async () => {
		const { transcript } = await make();
		const first = await transcript.post({ ...post("d1"), replyTo: "d0" });
		const newer = await transcript.revise("d1", sampleCard("newer"));
		expect(newer).toMatchObject({ key: "d1", revision: 2, replyTo: "d0" });
		expect(newer.seq).toBeGreaterThan(first.seq);
		expect(await transcript.find("d1")).toEqual(newer);
		expect(await transcript.post(post("d1"))).toEqual(first);
		expect(await transcript.find("d2")).toBeNull();
		await expect(transcript.revise("d2", sampleCard("?"))).rejects.toThrow(
			"d2",
		);
	});

	test("a reader resumes after the last one it saw, channel by channel", async () => {
		const { transcript } = await make();
		const seqs: number[] = [];
		for (const key of ["d1", "d2", "d3"])
			seqs.push((await transcript.post(post(key))).seq);
		await transcript.post(post("d4", "lawyers"));
		const keys = async (after: number, limit: number) =>
			(await transcript.after("brokers", after, limit)).map(({ key }) => key);
		expect(await keys(0, 2)).toEqual(["d1", "d2"]);
		expect(await keys(seqs[1] ?? 0, 9)).toEqual(["d3"]);
		const latest = await transcript.latest("brokers", 2);
		expect(latest.map(({ key }) => key)).toEqual(["d2", "d3"]);
		expect(await transcript.channels()).toEqual(["brokers", "lawyers"]);
	});

	test("who listens hears where something was said, until it stops", async () => {
		const { transcript } = await make();
		const [heard, other] = [vi.fn(), vi.fn()];
		const stop = await transcript.listen(heard);
		const stopOther = await transcript.listen(other);
		await transcript.post(post("d1"));
		await vi.waitFor(() => expect(heard).toHaveBeenCalledWith("brokers"));
		await stop();
		heard.mockClear();
		other.mockClear();
		await transcript.revise("d1", sampleCard("newer"));
		await vi.waitFor(() => expect(other).toHaveBeenCalledWith("brokers"));
		expect(heard).not.toHaveBeenCalled();
		await stopOther();
	});
}
