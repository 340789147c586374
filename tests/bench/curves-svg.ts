const width = 720;
const height = 400;
const left = 80;
const right = 190;
const top = 30;
const bottom = 50;
const colours = ["#0b6e4f", "#1f5fa8", "#b4530a", "#7b3fa0", "#a02c2c"];

/** Curves of items/s over counts, both on logarithmic scales, as an SVG document; each curve is named at its end. */
export function curvesSvg(
	curves: ReadonlyMap<string, readonly (readonly [number, number])[]>,
): string {
	const points = [...curves.values()].flat();
	const across = scale(
		points.map(([count]) => count),
		[left, width - right],
	);
	const down = scale(
		points.map(([, speed]) => speed),
		[height - bottom, top],
	);
	const axes = [
		...across.ticks.map((tick) => {
			const x = across.at(tick);
			return `<line x1="${x}" x2="${x}" y1="${top}" y2="${height - bottom}" stroke="#ddd"/>
<text x="${x}" y="${height - bottom + 20}" text-anchor="middle">${named(tick)}</text>`;
		}),
		...down.ticks.map((tick) => {
			const y = down.at(tick);
			return `<line x1="${left}" x2="${width - right}" y1="${y}" y2="${y}" stroke="#ddd"/>
<text x="${left - 8}" y="${y + 4}" text-anchor="end">${named(tick)}</text>`;
		}),
	];
	const drawn = [...curves].map(([name, each], index) => {
		const colour = colours[index % colours.length] ?? "#000";
		const path = each
			.map(([count, speed]) => `${across.at(count)},${down.at(speed)}`)
			.join(" ");
		const [count = 1, speed = 1] = each.at(-1) ?? [];
		return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2.5"/>
<text x="${across.at(count) + 8}" y="${down.at(speed) + 4}" fill="${colour}" font-weight="bold">${name}</text>`;
	});
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13" fill="#333">
<title>News of 300 words matched in a second, by number of topics or aliases</title>
<rect width="${width}" height="${height}" fill="#fff"/>
${axes.join("\n")}
<text x="${left}" y="18">news of 300 words a second, one core</text>
<text x="${width - right}" y="${height - 12}" text-anchor="end">topics or aliases</text>
${drawn.join("\n")}
</svg>
`;
}

/** A logarithmic scale from powers of ten around the values to pixels. */
function scale(values: readonly number[], [from, to]: [number, number]) {
	const low = Math.floor(Math.log10(Math.min(...values)));
	const high = Math.ceil(Math.log10(Math.max(...values)));
	const ticks = Array.from(
		{ length: high - low + 1 },
		(_, at) => 10 ** (low + at),
	);
	const at = (value: number) =>
		Math.round(from + ((Math.log10(value) - low) / (high - low)) * (to - from));
	return { at, ticks };
}

function named(value: number): string {
	return value.toLocaleString("en");
}
