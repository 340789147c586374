// Makes a fresh clone runnable: packages, then a Node that is new enough.
// Runs before every npm script, on the machine's own Node (18 or later), so
// it is plain JavaScript, uses no package, and is quick when nothing is to do.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, "node_modules");
const ownNode = join(modules, ".bin", "node");
const stamp = join(modules, ".tradewire-setup");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const neededMajor = Number(manifest.engines.node.match(/\d+/)[0]);
const lockHash = createHash("sha256")
	.update(readFileSync(join(root, "package-lock.json")))
	.digest("hex");

if (!packagesMatchLockFile() || nodeMajorOfScripts() < neededMajor) {
	const machineMajor = Number(process.versions.node.split(".")[0]);
	// A Node of our own may be the one that runs this: an install that does not
	// name it would remove it.
	const isOwnNeeded = machineMajor < neededMajor || existsSync(ownNode);
	const node = isOwnNeeded ? [`node@${neededMajor}`] : [];
	tell(`installing packages ${node.join(" ")} (once, about half a minute)`);
	// Not `npm ci`: it refuses a lock file that lacks another system's optional
	// binaries, as npm writes it. With --no-save this keeps the locked versions too.
	npm("install", "--no-save", "--no-audit", "--no-fund", ...node);
	if (nodeMajorOfScripts() < neededMajor) {
		fail(
			`Node ${neededMajor} or newer is needed and could not be installed here; install it from your system or from nodejs.org.`,
		);
	}
	writeFileSync(stamp, lockHash);
}

function packagesMatchLockFile() {
	return existsSync(stamp) && readFileSync(stamp, "utf8") === lockHash;
}

/** The Node that npm scripts get: the one in node_modules/.bin if it is there. */
function nodeMajorOfScripts() {
	if (!existsSync(ownNode)) return Number(process.versions.node.split(".")[0]);
	const run = spawnSync(ownNode, ["--version"], { encoding: "utf8" });
	return run.status === 0 ? Number(run.stdout.match(/\d+/)[0]) : 0;
}

function npm(...args) {
	try {
		// Standard output belongs to the command that follows, so npm speaks on stderr.
		execFileSync("npm", [...args, "--loglevel=error"], {
			cwd: root,
			stdio: ["ignore", 2, 2],
		});
	} catch {
		fail(`"npm ${args.join(" ")}" failed; its own message is above.`);
	}
}

function tell(what) {
	process.stderr.write(`tradewire set-up: ${what}\n`);
}

function fail(why) {
	process.stderr.write(`tradewire set-up: ${why}\n`);
	process.exit(1);
}
