import { describe } from "vitest";
import type { MakeMemories } from "./memories.ts";
import { archiveContract } from "./memory-archive.ts";
import { bookChangesContract } from "./memory-book-changes.ts";
import { channelMemoryContract } from "./memory-channels.ts";
import { digestMemoryContract } from "./memory-digests.ts";
import { feedMemoryContract } from "./memory-feeds.ts";
import { floodsContract } from "./memory-floods.ts";
import { hubLeasesContract } from "./memory-hub-leases.ts";
import { ledgerContract } from "./memory-ledger.ts";
import { newsroomContract } from "./memory-newsroom.ts";
import { paceContract } from "./memory-pace.ts";
import { rateWatchesContract } from "./memory-rate-watches.ts";
import { scheduleMemoryContract } from "./memory-schedules.ts";
import { subscriptionMemoryContract } from "./memory-subscriptions.ts";
import { topicMemoryContract } from "./memory-topics.ts";
import { transcriptContract } from "./memory-transcript.ts";
import { vaultContract } from "./memory-vault.ts";

/** Every memory's contract, over memories that `make` gives empty to each test. */
export function memoryContracts(make: MakeMemories): void {
	describe("feeds", () => feedMemoryContract(make));
	describe("hub leases", () => hubLeasesContract(make));
	describe("topics", () => topicMemoryContract(make));
	describe("subscriptions", () => subscriptionMemoryContract(make));
	describe("channels", () => channelMemoryContract(make));
	describe("newsroom", () => newsroomContract(make));
	describe("ledger", () => ledgerContract(make));
	describe("floods", () => floodsContract(make));
	describe("archive", () => archiveContract(make));
	describe("rate watches", () => rateWatchesContract(make));
	describe("book changes", () => bookChangesContract(make));
	describe("digests", () => digestMemoryContract(make));
	describe("pace", () => paceContract(make));
	describe("vault", () => vaultContract(make));
	describe("schedules", () => scheduleMemoryContract(make));
	describe("transcript", () => transcriptContract(make));
}
