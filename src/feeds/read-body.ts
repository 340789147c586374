import { promisify } from "node:util";
import {
	brotliDecompress,
	constants,
	gunzip,
	inflate,
	inflateRaw,
	zstdDecompress,
} from "node:zlib";
import { FeedError } from "./feed-error.ts";
import type { LargeReads } from "./large-reads.ts";

/** Nobody needs two; each costs the time of a whole body. */
const mostEncodings = 3;

/** How a body comes, and how far reading it may go. */
interface BodyLimits {
	/** The Content-Encoding header. */
	readonly encodings: string | null;
	readonly maxBytes: number;
	readonly largeReads: LargeReads | null;
	readonly signal: AbortSignal;
}

/**
 * Reads an answer's whole body, decompressed. The cap holds for the bytes that
 * arrive and for what they decompress to, so a small bomb stops at the cap. A
 * large body waits for its turn among the large.
 * @throws FeedError when larger than `maxBytes` or not decompressible.
 */
export async function readBody(
	body: AsyncIterable<Uint8Array>,
	limits: BodyLimits,
): Promise<Uint8Array> {
	const { encodings, maxBytes } = limits;
	const applied = (encodings ?? "").toLowerCase().split(",");
	if (applied.length > mostEncodings)
		throw new FeedError(`it is compressed ${applied.length} times over`);
	const turn = turnOf(limits);
	try {
		let bytes = await collect(body, maxBytes, turn);
		// RFC 9110 §8.4: encodings are listed in the order they were applied.
		for (const encoding of applied.reverse())
			bytes = await decompress(bytes, encoding.trim(), { maxBytes, turn });
		// Some servers hand out a stored .gz file and do not say so.
		if (isGzip(bytes))
			bytes = await decompress(bytes, "gzip", { maxBytes, turn });
		return bytes;
	} finally {
		turn.end();
	}
}

/** A body that takes its turn once it is large. */
interface Turn {
	take(): Promise<void>;
	end(): void;
}

function turnOf({ largeReads, signal }: BodyLimits): Turn {
	let leave: (() => void) | undefined;
	return {
		async take() {
			leave ??= await largeReads?.enter(signal);
		},
		end: () => leave?.(),
	};
}

/** Bodies up to this are not counted. */
const largeBytes = 1024 ** 2;

/** Into one buffer that grows: a body may come in ten million pieces. */
async function collect(
	body: AsyncIterable<Uint8Array>,
	maxBytes: number,
	turn: Turn,
): Promise<Uint8Array> {
	let bytes = Buffer.allocUnsafe(64 * 1024);
	let length = 0;
	for await (const chunk of body) {
		if (length + chunk.length > maxBytes) throw tooLarge(maxBytes);
		if (length + chunk.length > bytes.length) {
			const size = Math.max(bytes.length * 2, length + chunk.length);
			if (size > largeBytes) await turn.take();
			const larger = Buffer.allocUnsafe(Math.min(size, maxBytes));
			bytes.copy(larger, 0, 0, length);
			bytes = larger;
		}
		bytes.set(chunk, length);
		length += chunk.length;
	}
	return bytes.subarray(0, length);
}

async function decompress(
	bytes: Uint8Array,
	encoding: string,
	{ maxBytes, turn }: { readonly maxBytes: number; readonly turn: Turn },
): Promise<Uint8Array> {
	const decode = decoderFor(encoding, bytes);
	if (decode === null || bytes.length === 0) return bytes;
	try {
		return await unlessLarger(
			() => decode(bytes, trialBytes),
			async () => {
				await turn.take();
				return decode(bytes, maxBytes);
			},
		);
	} catch (cause) {
		if (cause instanceof RangeError) throw tooLarge(maxBytes);
		if (!(cause instanceof Error && "errno" in cause)) throw cause;
		throw new FeedError(`its ${encoding} compression is broken`, { cause });
	}
}

/** What unpacks to more is unpacked in its turn: that takes a moment, as all of it is here. */
const trialBytes = 256 * 1024;

/** A few bytes may become as many as are allowed: only what does waits for a turn, and is begun anew. */
async function unlessLarger(
	small: () => Promise<Buffer>,
	large: () => Promise<Buffer>,
): Promise<Buffer> {
	try {
		return await small();
	} catch (error) {
		if (error instanceof RangeError) return large();
		throw error;
	}
}

type Decode = (bytes: Uint8Array, maxOutputLength: number) => Promise<Buffer>;

// A tail cut off by the server still gives the text before it.
const lenient = { finishFlush: constants.Z_SYNC_FLUSH };
const gunzipped: Decode = (bytes, maxOutputLength) =>
	promisify(gunzip)(bytes, { ...lenient, maxOutputLength });
const inflated: Decode = (bytes, maxOutputLength) =>
	promisify(inflate)(bytes, { ...lenient, maxOutputLength });
const rawInflated: Decode = (bytes, maxOutputLength) =>
	promisify(inflateRaw)(bytes, { ...lenient, maxOutputLength });
const unbrotlied: Decode = (bytes, maxOutputLength) =>
	promisify(brotliDecompress)(bytes, { maxOutputLength });
const unzstded: Decode = (bytes, maxOutputLength) =>
	promisify(zstdDecompress)(bytes, { maxOutputLength });

function decoderFor(encoding: string, bytes: Uint8Array): Decode | null {
	switch (encoding) {
		case "gzip":
		case "x-gzip":
			return isGzip(bytes) ? gunzipped : null;
		case "deflate":
			// Half the world means zlib (RFC 1950), the rest raw deflate (RFC 1951).
			return ((bytes[0] ?? 0) & 0x0f) === 8 ? inflated : rawInflated;
		case "br":
			return unbrotlied;
		case "zstd":
			return unzstded;
		default:
			return null;
	}
}

function isGzip(bytes: Uint8Array): boolean {
	return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function tooLarge(maxBytes: number): FeedError {
	const megabytes = maxBytes / 1024 ** 2;
	return new FeedError(
		megabytes >= 1
			? `larger than ${Math.round(megabytes)} MB`
			: `larger than ${maxBytes} bytes`,
	);
}
