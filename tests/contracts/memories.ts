import type { Store } from "../../src/store/open-store.ts";

/** Every memory of the house; the store has them, and so have their twins. */
export type Memories = Omit<Store, "pool" | "copyInto" | "ping" | "close">;

/** Gives memories that remember nothing yet. */
export type MakeMemories = () => Promise<Memories>;
