import { expect, test, vi } from "vitest";
import type { Card } from "../../src/chat/card.ts";
import { followTranscript } from "../../src/chat/follow-transcript.ts";
import type { Transcript, Utterance } from "../../src/chat/transcript.ts";
import { inMemoryTranscript } from "../fakes/in-memory-transcript.ts";

function follow(transcript: Transcript, after = 0) {
	const told: string[] = [];
	const faults: unknown[] = [];
	let tell = async (utterance: Utterance) => {
		told.push(utterance.key);
	};
	const follower = followTranscript({
		transcript,
		channel: "general",
		after,
		tell: (utterance) => tell(utterance),
		failed: (error) => faults.push(error),
	});
	const tellBy = (other: typeof tell) => {
		tell = other;
	};
	return { follower, told, faults, tellBy };
}

const say = (transcript: Transcript, key: string, channel = "general") =>
	transcript.post({ channel, key, card: saying(key), replyTo: null });

test("tells what was said after a place, in order, of its channel alone", async () => {
	const transcript = inMemoryTranscript();
	for (const key of ["a", "b", "c"]) await say(transcript, key);
	await say(transcript, "x", "elsewhere");
	const { told } = follow(transcript, 1);
	await vi.waitFor(() => expect(told).toEqual(["b", "c"]));
});

test("tells more than one reading holds", async () => {
	const transcript = inMemoryTranscript();
	const keys = Array.from({ length: 170 }, (_, at) => `k${at}`);
	for (const key of keys) await say(transcript, key);
	const { told } = follow(transcript);
	await vi.waitFor(() => expect(told).toEqual(keys));
});

test("tells each once, however often it is woken", async () => {
	const transcript = inMemoryTranscript();
	const { follower, told } = follow(transcript);
	for (const key of ["a", "b", "c"]) {
		await say(transcript, key);
		follower.wake();
		follower.wake();
	}
	await vi.waitFor(() => expect(told).toEqual(["a", "b", "c"]));
});

test("hears what is said while it reads", async () => {
	const transcript = inMemoryTranscript();
	const { follower, told } = follow({
		...transcript,
		async after(...wish) {
			const said = await transcript.after(...wish);
			if (told.length === 0 && said.length === 0) {
				await say(transcript, "meanwhile");
				follower.wake();
			}
			return said;
		},
	});
	await vi.waitFor(() => expect(told).toEqual(["meanwhile"]));
});

test("tells again what it failed to tell, once woken", async () => {
	const transcript = inMemoryTranscript();
	await say(transcript, "a");
	const { follower, told, faults, tellBy } = follow(transcript);
	tellBy(async () => {
		throw new Error("reader hiccup");
	});
	await vi.waitFor(() => expect(faults).toHaveLength(1));
	tellBy(async ({ key }) => void told.push(key));
	follower.wake();
	await vi.waitFor(() => expect(told).toEqual(["a"]));
});

test("tells nothing once stopped", async () => {
	const transcript = inMemoryTranscript();
	const { follower, told } = follow(transcript);
	await follower.stop();
	await say(transcript, "late");
	follower.wake();
	await follower.stop();
	expect(told).toEqual([]);
});

function saying(title: string): Card {
	const tone = "news";
	return { title, url: null, tone, blocks: [], actions: [], footer: null };
}
