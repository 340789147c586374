import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { settings } from "../src/settings.ts";

const names = Object.keys(settings);
const read = (file: string) =>
	readFileSync(new URL(`../${file}`, import.meta.url), "utf8");

test("the README's table holds every setting with its default and purpose", () => {
	const readme = read("README.md");
	for (const [name, { fallback, purpose }] of Object.entries(settings)) {
		const given = fallback === null ? "" : `\`${fallback}\``;
		expect(readme).toContain(`| \`${name}\` | ${given} | ${purpose} |`);
	}
});

test(".env.example holds every setting, at its default", () => {
	const lines = read(".env.example").split("\n");
	for (const [name, { fallback }] of Object.entries(settings)) {
		expect(lines).toContain(`${name}=${fallback ?? ""}`);
	}
});

const fileNames = Object.entries(settings).flatMap(([name, setting]) =>
	"secret" in setting ? [`${name}_FILE`] : [],
);

test("no document names a setting that does not exist", () => {
	const named = ["README.md", ".env.example", "src/README.md"].flatMap(
		(file) => read(file).match(/\bTRADEWIRE_[A-Z_]+/g) ?? [],
	);
	expect(
		named.filter((name) => ![...names, ...fileNames].includes(name)),
	).toEqual([]);
});
