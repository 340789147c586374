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

/**
 * Reads an answer's whole body, decompressed. The cap holds for the bytes that
 * arrive and for what they decompress to, so a small bomb stops at the cap.
 * @throws FeedError when larger than `maxBytes` or not decompressible.
 */
export async function readBody(
	body: AsyncIterable<Uint8Array>,
	encodings: string | null,
	maxBytes: number,
): Promise<Uint8Array> {
	let bytes: Uint8Array = await collect(body, maxBytes);
	// RFC 9110 §8.4: encodings are listed in the order they were applied.
	for (const encoding of (encodings ?? "").toLowerCase().split(",").reverse()) {
		bytes = await decompress(bytes, encoding.trim(), maxBytes);
	}
	// Some servers hand out a stored .gz file and do not say so.
	return isGzip(bytes) ? decompress(bytes, "gzip", maxBytes) : bytes;
}

async function collect(
	body: AsyncIterable<Uint8Array>,
	maxBytes: number,
): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of body) {
		length += chunk.length;
		if (length > maxBytes) throw tooLarge(maxBytes);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks, length);
}

async function decompress(
	bytes: Uint8Array,
	encoding: string,
	maxBytes: number,
): Promise<Uint8Array> {
	const decode = decoderFor(encoding, bytes);
	if (decode === null || bytes.length === 0) return bytes;
	try {
		return await decode(bytes, maxBytes);
	} catch (cause) {
		if (cause instanceof RangeError) throw tooLarge(maxBytes);
		throw new FeedError(`its ${encoding} compression is broken`, { cause });
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
