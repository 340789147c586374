import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { slackManifest } from "../../../adapters/slack/manifest.ts";
import { sayIn } from "../../../src/phrases/say.ts";
import { openCommandHouse } from "../../commands/command-house.ts";

const root = new URL("../../../", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), "utf8");
const manifest = parse(read("adapters/slack/manifest.yml"));
const [tariff, tradewire] = manifest.features.slash_commands;

test("the manifest is what the commands make it; npx vitest -u makes it anew", async () => {
	const { commands } = openCommandHouse();
	await expect(slackManifest(commands, sayIn("en"))).toMatchFileSnapshot(
		"../../../adapters/slack/manifest.yml",
	);
});

test("the manifest keeps to Slack's limits", () => {
	const { features, display_information } = manifest;
	expect(display_information.description.length).toBeLessThanOrEqual(140);
	for (const command of features.slash_commands) {
		expect(command.description.length).toBeLessThanOrEqual(2000);
		expect(command.usage_hint.length).toBeLessThanOrEqual(1000);
	}
	for (const { name, description, callback_id } of features.shortcuts) {
		expect(name.length).toBeLessThanOrEqual(24);
		expect(description.length).toBeLessThanOrEqual(150);
		expect(callback_id.length).toBeLessThanOrEqual(255);
	}
});

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
