import { describe } from "vitest";
import { memoryContracts } from "../contracts/all-memories.ts";
import { inMemoryStore } from "./in-memory-store.ts";

describe("memories in plain maps", () => {
	memoryContracts(async () => inMemoryStore());
});
