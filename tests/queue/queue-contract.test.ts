import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ChannelRef, channelKey } from "../../src/chat/channel.ts";
import { makeLog } from "../../src/log.ts";
import {
	type Handlers,
	type HouseQueue,
	openQueue,
} from "../../src/queue/open-queue.ts";
import type { Store } from "../../src/store/open-store.ts";
import { until } from "../fakes/until.ts";
import { type Engine, engines, openStoreOn } from "./engines.ts";

const log = makeLog("error", () => undefined);
const channel: ChannelRef = { platform: "web", id: "trade desk/1" };

for (const engine of engines) {
	if (engine.missing) {
		console.warn(`queue on ${engine.name} not tested: ${engine.missing}`);
	}
	describe.skipIf(engine.missing)(`queue on ${engine.name}`, () => {
		let home: string;
		let store: Store;
		let servers: Awaited<ReturnType<Engine["open"]>>;
		let names = 0;

		beforeAll(async () => {
			home = await mkdtemp(join(tmpdir(), "queue-"));
			servers = await engine.open();
			const { databaseUrl } = servers;
			store = await openStoreOn(databaseUrl, home);
		}, 60_000);

		afterAll(async () => {
			await store?.close();
			await servers?.stop();
			await rm(home, { recursive: true, force: true });
		}, 60_000);

		/** A queue of its own for each test, with a record of what it ran. */
		async function withQueue(
			work: (house: HouseQueue, ran: Ran) => Promise<void>,
			own: Partial<Handlers> = {},
		) {
			const house = await openQueue({
				redisUrl: servers.redisUrl,
				pool: store.pool,
				log,
				name: `test-${++names}`,
				sweepEveryMs: 200,
				digestsEveryMs: 300,
				ratesEveryMs: 300,
				hubsEveryMs: 300,
				tendEveryMs: 200,
			});
			const ran: Ran = {
				polls: [],
				sends: [],
				sweeps: 0,
				digests: 0,
				rates: 0,
				hubs: 0,
			};
			await until(() =>
				house.ping().then(
					() => true,
					() => false,
				),
			);
			await house.startWorkers({ ...recorder(ran), ...own }, ["web", "slow"], {
				poll: 4,
				send: 4,
			});
			try {
				await work(house, ran);
			} finally {
				await house.close(2_000);
			}
		}

		test("sends a channel at its time, promptly", async () => {
			await withQueue(async (house, ran) => {
				const at = new Date(Date.now() + 400);
				await house.enqueueChannels([{ channel: channel, at: at }], "told");
				await until(() => ran.sends.length > 0);
				const [sent] = ran.sends;
				expect(sent?.key).toBe(channelKey(channel));
				const lateMs = (sent?.at ?? 0) - at.getTime();
				expect(lateMs).toBeGreaterThanOrEqual(0);
				expect(lateMs).toBeLessThan(1_500);
			});
		}, 20_000);

		test("makes one job of a channel enqueued many times at once", async () => {
			await withQueue(async (house, ran) => {
				const at = new Date(Date.now() + 500);
				for (let i = 0; i < 10; i++) {
					await house.enqueueChannels([{ channel: channel, at: at }], "told");
				}
				const other = { ...channel, id: "other" };
				await house.enqueueChannels(
					[{ channel: other, at: new Date(+at + 300) }],
					"told",
				);
				await until(() => ran.sends.some(({ key }) => key === "web:other"));
				expect(ran.sends).toHaveLength(2);
			});
		}, 20_000);

		test("runs a channel again after its job has ended", async () => {
			await withQueue(async (house, ran) => {
				for (const times of [1, 2, 3]) {
					await house.enqueueChannels(
						[{ channel: channel, at: new Date() }],
						"told",
					);
					await until(() => ran.sends.length === times);
				}
			});
		}, 20_000);

		test("a platform whose sendings all wait keeps no other waiting", async () => {
			const sent: string[] = [];
			const free = Promise.withResolvers<void>();
			const send = async (to: ChannelRef) => {
				if (to.platform === "slow") await free.promise;
				sent.push(channelKey(to));
				return null;
			};
			await withQueue(
				async (house) => {
					const at = new Date();
					const slow = Array.from({ length: 20 }, (_, id) => ({
						channel: { platform: "slow", id: String(id) },
						at,
					}));
					await house.enqueueChannels(slow, "told");
					await house.enqueueChannels([{ channel, at }], "told");
					await until(() => sent.length > 0);
					expect(sent).toEqual([channelKey(channel)]);
					free.resolve();
					await until(() => sent.length === 21);
				},
				{ send },
			);
		}, 20_000);

		test("tells which platforms have a long queue", async () => {
			const slowly = { send: () => sleep(10, null) };
			await withQueue(async (house) => {
				expect(await house.busyPlatforms()).toEqual([]);
				const at = new Date();
				const slow = Array.from({ length: 700 }, (_, id) => ({
					channel: { platform: "slow", id: String(id) },
					at,
				}));
				await house.enqueueChannels(slow, "told");
				const seen: (readonly string[])[] = [];
				const isBusy = async () => {
					seen.push(await house.busyPlatforms());
					return (seen.at(-1) ?? []).length > 0;
				};
				await until(isBusy);
				await until(async () => !(await isBusy()));
				expect(seen).toContainEqual(["slow"]);
			}, slowly);
		}, 30_000);

		test("takes ten thousand channels at once", async () => {
			await withQueue(async (house) => {
				const at = new Date(Date.now() + 3_600_000);
				const due = Array.from({ length: 10_000 }, (_, id) => ({
					channel: { platform: "slow", id: String(id) },
					at,
				}));
				await house.enqueueChannels(due, "told");
				const { "send slow": lane } = await house.counts();
				expect(lane?.delayed).toBe(10_000);
			});
		}, 60_000);

		test("comes back when the sender says so", async () => {
			let calls = 0;
			const send = async () => {
				calls++;
				return calls < 3 ? new Date(Date.now() + 100) : null;
			};
			await withQueue(
				async (house) => {
					await house.enqueueChannels(
						[{ channel: channel, at: new Date() }],
						"told",
					);
					await until(() => calls === 3);
				},
				{ send },
			);
		}, 20_000);

		test("polls each feed at its time, and once however often it is asked for", async () => {
			await withQueue(async (house, ran) => {
				const soon = new Date(Date.now() + 400);
				for (let i = 0; i < 5; i++) {
					await house.enqueuePolls([
						{ feedId: "https://b.example/x:y", at: null },
						{ feedId: "soon", at: soon },
					]);
				}
				await until(() => ran.polls.includes("soon"));
				expect(Date.now()).toBeGreaterThanOrEqual(soon.getTime());
				expect(ran.polls.filter((id) => id === "soon")).toHaveLength(1);
				expect(ran.polls).toContain("https://b.example/x:y");
			});
		}, 20_000);

		test("polls a feed again when its poll says so", async () => {
			let polls = 0;
			const poll = async () => {
				polls++;
				return polls < 3 ? new Date(Date.now() + 100) : null;
			};
			await withQueue(
				async (house) => {
					await house.enqueuePolls([{ feedId: "a", at: null }]);
					await until(() => polls === 3);
				},
				{ poll },
			);
		}, 20_000);

		test("a poll that throws stands in nobody's way", async () => {
			let polls = 0;
			const poll = async () => {
				polls++;
				throw new Error("store is down");
			};
			await withQueue(
				async (house) => {
					const again = () => house.enqueuePolls([{ feedId: "a", at: null }]);
					await until(async () => {
						await again();
						return polls >= 2;
					});
				},
				{ poll },
			);
		}, 20_000);

		test("sweeps, makes digests, looks at rates and at hubs round after round", async () => {
			await withQueue(async (house, ran) => {
				await until(
					() =>
						ran.sweeps >= 3 &&
						ran.digests >= 2 &&
						ran.rates >= 2 &&
						ran.hubs >= 2,
				);
				const counts = await house.counts();
				expect(Object.keys(counts).sort()).toEqual([
					"house",
					"poll",
					"send slow",
					"send web",
				]);
			});
		}, 20_000);
	});
}

interface Ran {
	readonly polls: string[];
	readonly sends: { readonly key: string; readonly at: number }[];
	sweeps: number;
	digests: number;
	rates: number;
	hubs: number;
}

function recorder(ran: Ran): Handlers {
	return {
		async poll(feedId) {
			ran.polls.push(feedId);
			return null;
		},
		async send(to) {
			ran.sends.push({ key: channelKey(to), at: Date.now() });
			return null;
		},
		sweep: async () => void ran.sweeps++,
		digests: async () => void ran.digests++,
		rates: async () => void ran.rates++,
		hubs: async () => void ran.hubs++,
	};
}
