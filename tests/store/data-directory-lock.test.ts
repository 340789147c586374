import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockDataDirectory } from "../../src/store/data-directory-lock.ts";

let home: string;
beforeEach(async () => {
	home = await mkdtemp(join(tmpdir(), "home-"));
});
afterEach(() => rm(home, { recursive: true, force: true }));

test("one process has the directory until it gives it back", async () => {
	const unlock = await lockDataDirectory(home);
	await expect(lockDataDirectory(home)).rejects.toThrow(
		`${home} is in use by process ${process.pid}`,
	);
	await unlock();
	expect(await readdir(home)).toEqual([]);
	await (await lockDataDirectory(home))();
});

test("another process is refused while the first lives, and served after kill -9", async () => {
	const holder = spawn(
		process.execPath,
		[
			"--input-type=module",
			"-e",
			`import { lockDataDirectory } from ${JSON.stringify(resolve("src/store/data-directory-lock.ts"))};
			await lockDataDirectory(${JSON.stringify(home)});
			console.log("held");
			setInterval(() => {}, 1000);`,
		],
		{ stdio: ["ignore", "pipe", "inherit"] },
	);
	await new Promise((done) => holder.stdout.once("data", done));
	await expect(lockDataDirectory(home)).rejects.toThrow(
		`in use by process ${holder.pid}`,
	);
	const gone = new Promise((done) => holder.once("exit", done));
	holder.kill("SIGKILL");
	await gone;
	await (await lockDataDirectory(home))();
});

test.skipIf(process.platform !== "linux")(
	"a number that now belongs to another process is no holder",
	async () => {
		const unlock = await lockDataDirectory(home);
		const lock = join(home, "lock");
		const mine = await readFile(lock, "utf8");
		await unlock();
		await writeFile(lock, mine.replace(/"\d+"/, '"1"'));
		await (await lockDataDirectory(home))();
	},
);

test.each(["", "{", "not ours"])(
	"a lock that says %j holds nobody off",
	async (text) => {
		await writeFile(join(home, "lock"), text);
		await (await lockDataDirectory(home))();
	},
);

test("of many who come at once to a dead lock, one gets in", async () => {
	await writeFile(join(home, "lock"), '{"pid":2147483646,"startedAt":null}');
	const came = await Promise.allSettled(
		Array.from({ length: 5 }, () => lockDataDirectory(home)),
	);
	expect(came.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a directory that cannot be made is named, with what to do", async () => {
	const file = join(home, "file");
	await writeFile(file, "");
	await expect(lockDataDirectory(join(file, "data"))).rejects.toThrow(
		/the data directory .*file\/data cannot be written \(.*\): make it writable, or set TRADEWIRE_HOME/,
	);
});

test("the directories above are made too", async () => {
	const nested = join(home, "a", "b");
	const unlock = await lockDataDirectory(nested);
	expect(await readdir(nested)).toEqual(["lock"]);
	await unlock();
});

test.skipIf(process.platform !== "linux")(
	"a place where nothing can be made is refused at once",
	async () => {
		await expect(lockDataDirectory("/proc/nope/home")).rejects.toThrow(
			"cannot be written",
		);
	},
);
