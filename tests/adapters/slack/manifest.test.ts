import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { openCommandHouse } from "../../commands/command-house.ts";

const root = new URL("../../../", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), "utf8");
const manifest = parse(read("adapters/slack/manifest.yml"));
const [tariff, tradewire] = manifest.features.slash_commands;

test("the manifest has /tariff, and /tradewire for every command", () => {
	const { commands } = openCommandHouse();
	const names = commands.map(({ name }) => name);
	expect([tariff.command, tradewire.command]).toEqual([
		"/tariff",
		"/tradewire",
	]);
	expect(tradewire.usage_hint.split(" | ")).toEqual(names);
});

test("the README says why of each scope, and of no other", () => {
	const section = read("README.md")
		.split(/^## /m)
		.find((part) => part.startsWith("Connect Slack"));
	const rows = section?.match(/^\| `.*$/gm) ?? [];
	const scopes = rows
		.flatMap((row) => row.split("|")[1]?.match(/`([^`]+)`/g) ?? [])
		.map((scope) => scope.replaceAll("`", ""));
	const { bot } = manifest.oauth_config.scopes;
	expect(scopes.toSorted()).toEqual(["connections:write", ...bot].toSorted());
});
