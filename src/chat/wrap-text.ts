const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Columns that a line takes, one for each letter as people see letters. */
export function textWidth(line: string): number {
	// Without marks, joiners and pairs, a letter is a UTF-16 unit.
	if (/^[\u0020-\u02ff\u2010-\u2027]*$/.test(line)) return line.length;
	return [...graphemes.segment(line)].length;
}

/** Breaks lines at spaces so that none is wider than `width`, unless a single word is. */
export function wrapText(text: string, width: number): string {
	return text
		.split("\n")
		.map((line) => wrapLine(line, width))
		.join("\n");
}

function wrapLine(line: string, width: number): string {
	if (textWidth(line) <= width) return line;
	const lines: string[] = [];
	let current = "";
	for (const word of line.split(/ +/)) {
		const longer = current === "" ? word : `${current} ${word}`;
		if (current !== "" && textWidth(longer) > width) {
			lines.push(current);
			current = word;
		} else {
			current = longer;
		}
	}
	return [...lines, current].join("\n");
}
