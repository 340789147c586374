import type { Block, Card } from "../../src/chat/card.ts";
import { inertLine } from "../../src/chat/inert-text.ts";
import type { Log } from "../../src/log.ts";

/** A picture as it is sent. */
export interface DrawnPicture {
	readonly name: string;
	readonly png: Uint8Array;
	/** For those who cannot see it; empty when nothing is to be said. */
	readonly description: string;
}

/** By their blocks; a block without one is shown in words. */
export type DrawnPictures = ReadonlyMap<Block, DrawnPicture>;

export interface DrawTools {
	readonly drawPng: (svg: string) => Promise<Uint8Array>;
	readonly log: Log;
}

/** Discord's limits: files in a message; bytes, which we keep for all of them together; UTF-16 units. */
const mostPictures = 10;
const mostBytes = 10 * 1024 * 1024;
export const longestAlt = 1024;

/** Draws a card's pictures, as far as a message takes them. One that cannot be drawn is logged. */
export async function drawPictures(
	card: Card,
	{ drawPng, log }: DrawTools,
): Promise<DrawnPictures> {
	const drawn = new Map<Block, DrawnPicture>();
	let left = mostBytes;
	for (const block of card.blocks) {
		if (block.kind !== "picture" || drawn.size >= mostPictures) continue;
		try {
			const png = await drawPng(block.svg);
			if (png.byteLength > left) continue;
			left -= png.byteLength;
			const name = `picture-${drawn.size + 1}.png`;
			drawn.set(block, { name, png, description: cutAlt(block.alt) });
		} catch (error) {
			log.warn("discord picture not drawn", { title: card.title, error });
		}
	}
	return drawn;
}

function cutAlt(alt: string): string {
	const line = inertLine(alt);
	if (line.length <= longestAlt) return line;
	return `${line.slice(0, longestAlt - 1).toWellFormed()}…`;
}
