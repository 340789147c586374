import { createCanvas, loadImage } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { drawPng } from "../../src/pictures/draw-png.ts";

const square = (inside: string) =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40" width="80" height="40" font-family="no such font"><rect width="80" height="40" fill="#ffffff"/>${inside}</svg>`;

test("draws at twice the size, in the document's colours", async () => {
	const png = await drawPng(
		square('<rect width="40" height="40" fill="#ff0000"/>'),
	);
	const { width, height, colour } = await look(png);
	expect([width, height]).toEqual([160, 80]);
	expect(colour(20, 40)).toEqual([255, 0, 0, 255]);
	expect(colour(120, 40)).toEqual([255, 255, 255, 255]);
});

test("sets text in its own font, so that it is there on a machine without any", async () => {
	const empty = await drawPng(square(""));
	const written = await drawPng(
		square('<text x="4" y="30" font-size="24">50 %</text>'),
	);
	expect(written.length).toBeGreaterThan(empty.length + 100);
});

test("refuses what is no SVG", async () => {
	await expect(drawPng("<p>no picture</p>")).rejects.toThrow();
});

async function look(png: Uint8Array) {
	const image = await loadImage(Buffer.from(png));
	const { width, height } = image;
	const canvas = createCanvas(width, height);
	const context = canvas.getContext("2d");
	context.drawImage(image, 0, 0);
	const colour = (x: number, y: number) => [
		...context.getImageData(x, y, 1, 1).data,
	];
	return { width, height, colour };
}
