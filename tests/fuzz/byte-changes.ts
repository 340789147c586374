import fc from "fast-check";

type Change = (bytes: Buffer, other: Buffer) => Buffer;

/** Bytes with a few changes: some overwritten, cut out, doubled, cut off, or put in. */
export function changedBytes(
	sources: readonly Buffer[],
	pieces: fc.Arbitrary<Buffer>,
): fc.Arbitrary<Buffer> {
	const place = fc.double({ min: 0, max: 1, noNaN: true });
	const change = fc.tuple(fc.nat(4), place, place, pieces).map(
		([kind, first, second, piece]): Change =>
			(bytes) => {
				const [from = 0, to = 0] = [first, second]
					.map((share) => Math.floor(share * bytes.length))
					.sort((a, b) => a - b);
				const [before, inside, after] = [
					bytes.subarray(0, from),
					bytes.subarray(from, to),
					bytes.subarray(to),
				];
				if (kind === 0)
					return Buffer.concat([before, piece, bytes.subarray(from)]);
				if (kind === 1) return Buffer.concat([before, after]);
				if (kind === 2) return Buffer.concat([before, inside, inside, after]);
				if (kind === 3) return before;
				return Buffer.concat([
					before,
					piece,
					bytes.subarray(from + piece.length),
				]);
			},
	);
	return fc
		.tuple(fc.constantFrom(...sources), fc.array(change, { maxLength: 5 }))
		.map(([source, changes]) =>
			changes.reduce((bytes, one) => one(bytes, source), source),
		);
}
