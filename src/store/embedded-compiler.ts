import { setFlagsFromString } from "node:v8";

/**
 * Runs `open` while V8 compiles WebAssembly with its quick compiler alone. A
 * module keeps the compiler that it was opened with; others opened later are
 * not concerned.
 *
 * V8's optimizing compiler takes 600 MB for one function of Postgres, right
 * after the start, and has ended processes on such functions
 * (github.com/nodejs/node/issues/63421). The quick compiler's code is about
 * half as slow again, which adds milliseconds to the store's longest queries.
 */
export async function withQuickCompiler<Opened>(
	open: () => Promise<Opened>,
): Promise<Opened> {
	// Each of the two alone still optimizes, and --liftoff-only is not heeded once the process runs.
	setFlagsFromString("--no-wasm-tier-up");
	setFlagsFromString("--no-wasm-dynamic-tiering");
	try {
		return await open();
	} finally {
		setFlagsFromString("--wasm-tier-up");
		setFlagsFromString("--wasm-dynamic-tiering");
	}
}
