/** The text is no JSON list of objects, or is cut off; the message says where. */
export class JsonRowsError extends Error {
	/** How many whole rows came before the fault. */
	readonly rowsBefore: number;

	constructor(what: string, rowsBefore: number, cause?: unknown) {
		super(what, { cause });
		this.name = "JsonRowsError";
		this.rowsBefore = rowsBefore;
	}
}

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Reads the objects of one JSON list as its text comes in, one after another,
 * without holding the whole. A byte order mark before the list is passed by.
 * @throws JsonRowsError where the text is no list of objects or is cut off
 */
export async function* jsonRows(
	pieces: AsyncIterable<string>,
): AsyncGenerator<unknown> {
	const cutter = new RowCutter();
	for await (const piece of pieces) yield* cutter.take(piece);
	cutter.end();
}

/** Where in the list the text stands: before it, before a row, in a row, behind a row, behind the list. */
type Place = "before" | "first" | "next" | "row" | "behind" | "ended";

/** Cuts the text of a list into its rows; keeps only the row that is not whole yet. */
class RowCutter {
	#place: Place = "before";
	#rows = 0;
	#begun = "";
	#depth = 0;
	#inText = false;
	#isEscaped = false;

	*take(piece: string): Generator<unknown> {
		let at = 0;
		while (at < piece.length) {
			if (this.#place !== "row") {
				at = this.#between(piece, at);
				continue;
			}
			const end = this.#endOfRow(piece, at);
			this.#begun += piece.slice(at, end ?? piece.length);
			if (end === null) return;
			at = end;
			yield this.#row();
		}
	}

	end(): void {
		if (this.#place === "ended") return;
		throw this.#fault(
			this.#place === "before"
				? "it is empty"
				: `it is cut off after row ${this.#rows}`,
		);
	}

	/** Passes one letter outside of rows. Gives where to go on. */
	#between(piece: string, at: number): number {
		const code = piece.charCodeAt(at);
		if (code <= 0x20 || code === 0xfeff) return at + 1;
		const place = this.#place;
		const mayBegin = place === "first" || place === "next";
		if (place === "before" && code === openList) this.#place = "first";
		else if (mayBegin && code === openObject) {
			this.#place = "row";
			return at;
		} else if (place === "behind" && code === comma) this.#place = "next";
		else if ((place === "behind" || place === "first") && code === closeList)
			this.#place = "ended";
		else throw this.#fault(`${this.#where()} there is ${shown(piece, at)}`);
		return at + 1;
	}

	#where(): string {
		if (this.#place === "before") return "where a list [ should begin";
		if (this.#place === "ended") return "behind the list";
		return `after row ${this.#rows}`;
	}

	/** The offset behind the row's end, or null when it is not in this piece. */
	#endOfRow(piece: string, start: number): number | null {
		for (let at = start; at < piece.length; at++) {
			const code = piece.charCodeAt(at);
			if (this.#isEscaped) this.#isEscaped = false;
			else if (this.#inText) {
				if (code === quote) this.#inText = false;
				else if (code === backslash) this.#isEscaped = true;
			} else if (code === quote) this.#inText = true;
			else if (code === openObject) this.#depth++;
			else if (code === closeObject && --this.#depth === 0) return at + 1;
		}
		return null;
	}

	#row(): unknown {
		const text = this.#begun;
		this.#begun = "";
		this.#place = "behind";
		try {
			const row: unknown = JSON.parse(text);
			this.#rows++;
			return row;
		} catch (cause) {
			const why = cause instanceof Error ? cause.message : String(cause);
			throw this.#fault(`row ${this.#rows + 1} is no JSON: ${why}`, cause);
		}
	}

	#fault(what: string, cause?: unknown): JsonRowsError {
		return new JsonRowsError(what, this.#rows, cause);
	}
}

function shown(piece: string, at: number): string {
	return JSON.stringify(piece.slice(at, at + 20));
}
