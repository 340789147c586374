// Fails when a package that runs in production has a known fault. A registry
// that cannot be asked is no finding: it is said, and CI goes on.
import { spawnSync } from "node:child_process";

/** Advisories that do not touch us, each with the reason. */
const explained = new Map([]);

const { stdout } = spawnSync("npm", ["audit", "--omit=dev", "--json"], {
	encoding: "utf8",
	timeout: 60_000,
});
const found = advisories(stdout);
if (found === null) console.log("audit: the registry did not answer; skipped");
else {
	const open = found.filter(({ url }) => !explained.has(url));
	for (const { name, title, url } of open) console.error(`${name}: ${title} (${url})`);
	console.log(`audit: ${found.length} advisories, ${open.length} not explained`);
	process.exitCode = open.length > 0 ? 1 : 0;
}

/** Each advisory once; null when there is no answer. */
function advisories(text) {
	try {
		const { vulnerabilities } = JSON.parse(text);
		if (!vulnerabilities) return null;
		const all = Object.values(vulnerabilities)
			.flatMap(({ via }) => via)
			.filter((one) => typeof one === "object");
		return [...new Map(all.map((one) => [one.url, one])).values()];
	} catch {
		return null;
	}
}
