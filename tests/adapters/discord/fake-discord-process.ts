import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";

/** The fake in another process, so that it measures without sharing our event loop. */
export interface FakeDiscordProcess {
	readonly apiUrl: string;
	readonly token: string;
	readonly applicationId: string;
	readonly channels: readonly string[];
	/** Asks for one of the wishes of `serve-fake-discord.ts`; gives its answer. */
	wish(wish: string, values?: object): Promise<Record<string, unknown>>;
	close(): Promise<void>;
}

const address = z.object({
	apiUrl: z.string(),
	token: z.string(),
	applicationId: z.string(),
	channels: z.array(z.string()),
});
const answer = z.looseObject({ id: z.int() });

/** Starts it with so many channels beside the usual two. */
export async function fakeDiscordProcess(
	channels = 0,
): Promise<FakeDiscordProcess> {
	const script = join(import.meta.dirname, "serve-fake-discord.ts");
	const flags = ["--disable-warning=ExperimentalWarning"];
	const child = spawn(process.execPath, [...flags, script, String(channels)], {
		stdio: ["pipe", "pipe", "inherit"],
	});
	const waiting = new Map<number, (answer: Record<string, unknown>) => void>();
	const lines = createInterface({ input: child.stdout });
	const [first] = await once(lines, "line");
	lines.on("line", (line) => {
		const { id, ...values } = answer.parse(JSON.parse(line));
		waiting.get(id)?.(values);
		waiting.delete(id);
	});
	let count = 0;

	return {
		...address.parse(JSON.parse(String(first))),
		wish(wish, values = {}) {
			const id = ++count;
			return new Promise((resolve) => {
				waiting.set(id, resolve);
				child.stdin.write(`${JSON.stringify({ id, wish, ...values })}\n`);
			});
		},
		async close() {
			child.stdin.end();
			if (child.exitCode === null) await once(child, "exit");
		},
	};
}
