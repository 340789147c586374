import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

const read = (file: string): unknown =>
	JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), "utf8"));
const versions = z.record(z.string(), z.string());
const manifest = z
	.object({ dependencies: versions, devDependencies: versions })
	.parse(read("package.json"));
const locked = z.object({
	version: z.string(),
	integrity: z.string().optional(),
	resolved: z.string().optional(),
	hasInstallScript: z.boolean().optional(),
	optional: z.boolean().optional(),
});
const { "": _ours, ...packages } = z
	.object({ packages: z.record(z.string(), z.unknown()) })
	.parse(read("package-lock.json")).packages;
const lock = Object.entries(packages).map(
	([path, one]) => [path, locked.parse(one)] as const,
);

test("every package that we name is pinned to one version", () => {
	const named = { ...manifest.dependencies, ...manifest.devDependencies };
	const loose = Object.entries(named).filter(
		([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
	);
	expect(loose).toEqual([]);
	for (const [name, version] of Object.entries(named))
		expect(packages[`node_modules/${name}`]).toMatchObject({ version });
});

test("every package that we install is held to what was reviewed, and none comes from elsewhere", () => {
	const unheld = lock.filter(
		([, { integrity = "", resolved = "https:" }]) =>
			!integrity.startsWith("sha512-") || !resolved.startsWith("https:"),
	);
	expect(unheld.map(([path]) => path)).toEqual([]);
});

test("no package that we need runs a script when it is installed", () => {
	const scripted = lock.filter(
		([, { hasInstallScript, optional }]) => hasInstallScript && !optional,
	);
	expect(scripted.map(([path]) => path)).toEqual([]);
});
