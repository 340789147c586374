import { configFromProcess, secretsIn } from "./config.ts";
import { playDemo } from "./demo/play-demo.ts";
import { hidingSecrets } from "./hiding-secrets.ts";
import { listedFeeds } from "./house/listed-feeds.ts";
import {
	readStartWishes,
	type StartWishes,
	startUsage,
} from "./house/start-wishes.ts";
import { openProgram, type Program } from "./program/open-program.ts";

/** What is still under way then is cut off; the ledger knows what to do about it. */
const longestStopMs = 9_500;

/** What is said here is read by more than logs are: no secret may be in it. */
let hide = hidingSecrets([]);
process.on("uncaughtException", (error) => {
	process.stderr.write(`tradewire: ${hide(error.stack ?? error.message)}\n`);
	process.exit(1);
});

const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
	process.on(signal, () => {
		// Whoever asks twice does not want to wait.
		if (stopping.signal.aborted) process.exit(1);
		stopping.abort();
	});
}
process.exitCode = await start(process.argv.slice(2));
// All rooms are closed; a feed that hangs is waited for by nobody.
if (stopping.signal.aborted) process.exit();

/** Exit codes: 0 stopped when asked to, 1 could not start, 2 wrong usage. */
async function start(words: readonly string[]): Promise<number> {
	const wishes = wishesIn(words);
	if (wishes === null) return 2;
	if (wishes.help) return tell(startUsage);
	try {
		const program = await open(wishes, stopping.signal);
		await aborted(stopping.signal);
		tell("stopping: finishing what is under way");
		setTimeout(() => process.exit(1), longestStopMs).unref();
		await program.close();
		return 0;
	} catch (error) {
		if (stopping.signal.aborted) return 0;
		complain(error);
		return 1;
	}
}

async function open(
	wishes: StartWishes,
	stopped: AbortSignal,
): Promise<Program> {
	const config = configFromProcess();
	hide = hidingSecrets(secretsIn(config));
	if (wishes.demo) return playDemo({ config, stopped, tell });
	const feeds = await listedFeeds(config);
	const program = await openProgram({ config, wishes, feeds, stopped });
	tell(`Tradewire is ready: ${program.address}`);
	for (const connection of program.connections) tell(`  ${hide(connection)}`);
	return program;
}

function wishesIn(words: readonly string[]): StartWishes | null {
	try {
		return readStartWishes(words);
	} catch (error) {
		complain(error);
		process.stderr.write(`${startUsage}\n`);
		return null;
	}
}

function tell(line: string): 0 {
	process.stdout.write(`${line}\n`);
	return 0;
}

function complain(error: unknown): void {
	const why = error instanceof Error ? error.message : String(error);
	process.stderr.write(`tradewire: ${hide(why)}\n`);
}

function aborted(signal: AbortSignal): Promise<void> {
	if (signal.aborted) return Promise.resolve();
	return new Promise((done) =>
		signal.addEventListener("abort", () => done(), { once: true }),
	);
}
