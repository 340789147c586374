import { createCanvas, loadImage } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { tariffChart } from "../../src/cards/tariff-chart.ts";
import { sayIn } from "../../src/phrases/say.ts";
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

test("a chart's percentages and years can be read in its PNG", async () => {
	const steps = {
		segments: [
			{ from: "2025-03-12", to: "2025-06-03", totalPercent: 25 },
			{ from: "2025-06-04", to: null, totalPercent: 50 },
		].map((one) => ({
			...one,
			claim: "none" as const,
			complete: true,
			prohibited: false,
		})),
		on: "2026-06-04",
		title: "",
		say: sayIn("en"),
	};
	const svg = tariffChart(steps);
	const labels = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" fill="#/g)];
	expect(labels.length).toBeGreaterThan(4);
	const { colour } = await look(await drawPng(svg));
	for (const [, x, y] of labels) {
		const darkest = Math.min(
			...Array.from({ length: 20 * 16 }, (_, at) => {
				const [left, top] = [
					2 * Number(x) + (at % 20),
					2 * Number(y) - Math.floor(at / 20),
				];
				return colour(left, top)[0] ?? 255;
			}),
		);
		expect(darkest).toBeLessThan(160);
	}
});
