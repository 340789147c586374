/**
 * The lines of a UTF-8 stream, without their ends (LF or CRLF). Not by
 * `node:readline`: that breaks lines at U+2028 and U+2029 too, which stand in
 * JSON texts as they are.
 */
export async function* linesOf(
	bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	let begun = "";
	for await (const some of bytes) {
		const [first = "", ...more] = decoder
			.decode(some, { stream: true })
			.split("\n");
		const last = more.pop();
		if (last === undefined) {
			begun += first;
			continue;
		}
		yield bare(begun + first);
		for (const line of more) yield bare(line);
		begun = last;
	}
	begun += decoder.decode();
	if (begun !== "") yield bare(begun);
}

function bare(line: string): string {
	return line.endsWith("\r") ? line.slice(0, -1) : line;
}
