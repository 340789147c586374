import { read, write } from "./keep.ts";

const general = "general";

/** The channels in this browser's side bar, in the order added; never none. */
export function keptChannels(): readonly string[] {
	const kept = read<readonly string[]>(localStorage, "channels", []);
	return kept.length > 0 ? kept : [general];
}

/** Puts a channel in the side bar, for good. */
export function addChannel(name: string): void {
	const all = keptChannels();
	const others = removed().filter((other) => other !== name);
	keep(all.includes(name) ? all : [...all, name], others);
}

/** Takes a channel out of the side bar; nothing else happens to it. */
export function removeChannel(name: string): void {
	const left = keptChannels().filter((other) => other !== name);
	keep(left, [...removed(), name]);
}

/** Adds channels that the house knows, save those taken out here. */
export function offerChannels(names: readonly string[]): void {
	const known = [...keptChannels(), ...removed()];
	const fresh = names.filter((name) => !known.includes(name));
	keep([...keptChannels(), ...fresh], removed());
}

/** The place in a channel's stream up to which this reader has read. */
export function seenIn(channel: string): number {
	return read(localStorage, `seen ${channel}`, 0);
}

export function keepSeen(channel: string, seq: number): void {
	write(localStorage, `seen ${channel}`, seq);
}

function removed(): readonly string[] {
	return read(localStorage, "removed channels", []);
}

function keep(channels: readonly string[], gone: readonly string[]): void {
	write(localStorage, "channels", channels);
	write(localStorage, "removed channels", gone);
}
