import type { Transform } from "node:stream";
import {
	constants,
	createBrotliDecompress,
	createGunzip,
	createInflate,
	createInflateRaw,
	createZstdDecompress,
} from "node:zlib";
import { FeedError } from "./feed-error.ts";
import { freeBytes, largeBytes } from "./free-bytes.ts";
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
		let bytes = await collect(body, maxBytes, turn.take);
		if (bytes === null) throw tooLarge(maxBytes);
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

/**
 * Into one buffer that grows: a body may come in ten million pieces. A large
 * one has room for all that is allowed at once: of that, only what is written
 * to takes memory. Null for more than is allowed.
 */
async function collect(
	body: AsyncIterable<Uint8Array>,
	maxBytes: number,
	beforeLarge: () => Promise<void>,
): Promise<Uint8Array | null> {
	let room = Buffer.allocUnsafeSlow(64 * 1024);
	let length = 0;
	try {
		for await (const chunk of body) {
			const wanted = length + chunk.length;
			if (wanted > maxBytes) return null;
			if (wanted > room.length) {
				if (wanted > largeBytes) await beforeLarge();
				const larger = Buffer.allocUnsafeSlow(sizeFor(wanted, room, maxBytes));
				room.copy(larger);
				room = larger;
			}
			room.set(chunk, length);
			length = wanted;
		}
		return length > largeBytes
			? new Uint8Array(room.buffer.transfer(length))
			: room.subarray(0, length);
	} finally {
		freeBytes(room);
	}
}

function sizeFor(wanted: number, room: Buffer, maxBytes: number): number {
	if (wanted > largeBytes) return maxBytes;
	return Math.min(Math.max(room.length * 2, wanted), largeBytes);
}

async function decompress(
	bytes: Uint8Array,
	encoding: string,
	{ maxBytes, turn }: { readonly maxBytes: number; readonly turn: Turn },
): Promise<Uint8Array> {
	const decoder = decoderFor(encoding, bytes);
	if (decoder === null || bytes.length === 0) return bytes;
	const decode = (most: number) =>
		collect(decoder().end(bytes), most, turn.take);
	try {
		// What unpacks to more waits for its turn, and is begun anew: a decoder that waited would keep its window.
		const small = await decode(Math.min(largeBytes, maxBytes));
		if (small === null) await turn.take();
		const decoded = small ?? (await decode(maxBytes));
		if (decoded === null) throw tooLarge(maxBytes);
		freeBytes(bytes);
		return decoded;
	} catch (cause) {
		if (!(cause instanceof Error && "errno" in cause)) throw cause;
		throw new FeedError(`its ${encoding} compression is broken`, { cause });
	}
}

// A tail cut off by the server still gives the text before it.
const lenient = { finishFlush: constants.Z_SYNC_FLUSH };

function decoderFor(
	encoding: string,
	bytes: Uint8Array,
): (() => Transform) | null {
	switch (encoding) {
		case "gzip":
		case "x-gzip":
			return isGzip(bytes) ? () => createGunzip(lenient) : null;
		case "deflate":
			// Half the world means zlib (RFC 1950), the rest raw deflate (RFC 1951).
			return ((bytes[0] ?? 0) & 0x0f) === 8
				? () => createInflate(lenient)
				: () => createInflateRaw(lenient);
		case "br":
			return () => createBrotliDecompress();
		case "zstd":
			return () => createZstdDecompress();
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
