import { paceAlone } from "../../src/chat/pace.ts";
import { drawPng } from "../../src/pictures/draw-png.ts";
import { inMemoryVault } from "./in-memory-vault.ts";

/** What an adapter is handed beside its words and its log: a pace and a vault of its own, and real pictures. */
export function platformTools() {
	return { pace: paceAlone(), vault: inMemoryVault(), drawPng };
}
