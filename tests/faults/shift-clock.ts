import { readFileSync } from "node:fs";

/**
 * Loaded before the program (`node --import`): its clock is ahead of this
 * machine's by the ms that the file named in FAULTS_CLOCK holds at the time.
 * All that the program, its queue and its embedded store know of the time of
 * day comes from Date; timers go on as ever, as when a machine's clock is set.
 */
const file = process.env.FAULTS_CLOCK ?? "";
const readEveryMs = 20;
const Real = Date;
let aheadMs = 0;

function read(): void {
	aheadMs = Number(readFileSync(file, "utf8"));
}

read();
setInterval(read, readEveryMs).unref();
const now = () => Real.now() + aheadMs;
globalThis.Date = new Proxy(Real, {
	construct: (real, given, made) =>
		Reflect.construct(real, given.length === 0 ? [now()] : given, made),
	apply: () => new Real(now()).toString(),
	get: (real, name, self) =>
		name === "now" ? now : Reflect.get(real, name, self),
});
