import type { Card } from "../../../src/chat/card.ts";

/** A command that was asked here, with its answer or what went wrong. */
export interface Asked {
	readonly id: string;
	readonly at: string;
	readonly line: string;
	readonly card: Card | null;
	readonly trouble: string | null;
}

const mostAsked = 40;

/** This tab's questions in a channel, oldest first. */
export function keptAsked(channel: string): readonly Asked[] {
	return read(sessionStorage, `asked ${channel}`, []);
}

/** Adds a question, or replaces it once it is answered; the oldest make room. */
export function keepAsked(channel: string, asked: Asked): void {
	const others = keptAsked(channel).filter(({ id }) => id !== asked.id);
	const all = [...others, asked].slice(-mostAsked);
	write(sessionStorage, `asked ${channel}`, all);
}

export type Theme = "auto" | "light" | "dark";

export function keptTheme(): Theme {
	return read<Theme>(localStorage, "theme", "auto");
}

export function keepTheme(theme: Theme): void {
	write(localStorage, "theme", theme);
}

/** A name that stays, so that the house can tell askers apart. */
export function keptUser(): string {
	const fresh = `reader-${Math.random().toString(36).slice(2, 8)}`;
	const user = read(localStorage, "user", fresh);
	write(localStorage, "user", user);
	return user;
}

/** What was kept, or the other when there is nothing readable. Only this page writes there. */
export function read<T>(storage: Storage, name: string, otherwise: T): T {
	try {
		const kept = storage.getItem(`tradewire ${name}`);
		return kept === null ? otherwise : JSON.parse(kept);
	} catch {
		return otherwise;
	}
}

export function write(storage: Storage, name: string, value: unknown): void {
	try {
		storage.setItem(`tradewire ${name}`, JSON.stringify(value));
	} catch {
		// Storage is full or forbidden: the page works without it until it is reloaded.
	}
}
