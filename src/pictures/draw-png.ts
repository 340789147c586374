import { fileURLToPath } from "node:url";

/** Turns an SVG document that we drew into a PNG, `scale` pixels for each of its units. */
export type DrawPng = (svg: string, scale?: number) => Promise<Uint8Array>;

/** Sharp on the screens that people hold. */
const usualScale = 2;

/** The picture's own font, so that it looks alike on machines that have none. */
const family = "Roboto";
const weights = ["Regular", "Medium", "Bold"];

/** Pictures drawn last: a chart is asked for again and again. */
const remembered = new Map<string, Promise<Uint8Array>>();
const mostRemembered = 64;

/**
 * Draws with Skia, whose library is loaded with the first picture. Every text
 * is set in Roboto, whatever font family it names. Throws when the document
 * is no SVG.
 */
export const drawPng: DrawPng = (svg, scale = usualScale) => {
	const key = `${scale} ${svg}`;
	const known = remembered.get(key);
	if (known) return known;
	const drawn = draw(svg, scale);
	remembered.set(key, drawn);
	drawn.catch(() => remembered.delete(key));
	const [eldest] = remembered.keys();
	if (eldest !== undefined && remembered.size > mostRemembered) {
		remembered.delete(eldest);
	}
	return drawn;
};

async function draw(svg: string, scale: number): Promise<Uint8Array> {
	const { createCanvas, loadImage } = await skia();
	const named = svg.replaceAll(
		/font-family="[^"]*"/g,
		`font-family="${family}"`,
	);
	const image = await loadImage(Buffer.from(named));
	const width = Math.round(image.width * scale);
	const height = Math.round(image.height * scale);
	const canvas = createCanvas(width, height);
	canvas.getContext("2d").drawImage(image, 0, 0, width, height);
	return canvas.encode("png");
}

let loading: Promise<typeof import("@napi-rs/canvas")> | undefined;

function skia(): Promise<typeof import("@napi-rs/canvas")> {
	loading ??= import("@napi-rs/canvas").then((library) => {
		for (const weight of weights) {
			const file = `roboto-fontface/fonts/roboto/Roboto-${weight}.woff2`;
			const path = fileURLToPath(import.meta.resolve(file));
			library.GlobalFonts.registerFromPath(path, family);
		}
		return library;
	});
	return loading;
}
