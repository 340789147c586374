import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ConfigError, configFromProcess, readConfig } from "../src/config.ts";

test("has a default for all that has one, and null for the rest", () => {
	const config = readConfig({});
	expect(config).toMatchObject({
		TRADEWIRE_HOME: "./data",
		HOST: "127.0.0.1",
		PORT: 8787,
		DATABASE_URL: null,
		TRADEWIRE_POLL_SECONDS: 300,
		TRADEWIRE_ALLOW_PRIVATE_FEEDS: false,
		TRADEWIRE_NOW: null,
		LOG_LEVEL: "info",
	});
});

test("takes an empty setting for one not given", () => {
	expect(readConfig({ PORT: "  ", REDIS_URL: "" })).toMatchObject({
		PORT: 8787,
		REDIS_URL: null,
	});
});

test("reads numbers, flags and instants", () => {
	const config = readConfig({
		PORT: "0",
		TRADEWIRE_ALLOW_PRIVATE_FEEDS: "1",
		TRADEWIRE_NOW: "2025-06-04T08:00:00-04:00",
	});
	expect(config.PORT).toBe(0);
	expect(config.TRADEWIRE_ALLOW_PRIVATE_FEEDS).toBe(true);
	expect(config.TRADEWIRE_NOW).toEqual(new Date("2025-06-04T12:00:00Z"));
});

test("lists every fault at once, with what to give instead", () => {
	const read = () =>
		readConfig({
			PORT: "http",
			DATABASE_URL: "mysql://db",
			TRADEWIRE_POLL_SECONDS: "0",
			TRADEWIRE_ALLOW_PRIVATE_FEEDS: "yes",
			TRADEWIRE_NOW: "yesterday",
			LOG_LEVEL: "loud",
		});
	expect(read).toThrow(ConfigError);
	expect(read).toThrow(
		[
			"Some settings are wrong:",
			"  PORT=http is no number",
			"  DATABASE_URL=mysql://db must begin with postgres:// or postgresql://",
			"  TRADEWIRE_POLL_SECONDS=0 must be at least 1",
			"  TRADEWIRE_ALLOW_PRIVATE_FEEDS=yes must be 0 or 1",
			"  TRADEWIRE_NOW=yesterday is no ISO instant such as 2026-06-04T12:00:00Z",
			"  LOG_LEVEL=loud must be one of debug, info, warn, error",
		].join("\n"),
	);
});

test("shows no credentials of an address that is wrong", () => {
	expect(() => readConfig({ DATABASE_URL: "mysql://me:secret@db" })).toThrow(
		/^(?!.*secret)/s,
	);
});

test("reads a .env file where the environment is silent", () => {
	const directory = mkdtempSync(join(tmpdir(), "tradewire-config-"));
	writeFileSync(join(directory, ".env"), "TRADEWIRE_POLL_SECONDS=60\n");
	expect(configFromProcess(directory).TRADEWIRE_POLL_SECONDS).toBe(60);
});

test("refuses half of a pair of settings", () => {
	expect(() => readConfig({ SLACK_CLIENT_ID: "1.2" })).toThrow(
		"SLACK_CLIENT_ID and SLACK_CLIENT_SECRET go together: give both, or neither",
	);
	expect(
		readConfig({ SLACK_CLIENT_ID: "1.2", SLACK_CLIENT_SECRET: "s".repeat(32) }),
	).toMatchObject({ SLACK_CLIENT_ID: "1.2" });
});

test("refuses to listen where others reach it without anything that asks who they are", () => {
	for (const HOST of ["0.0.0.0", "::", "192.168.1.5", "trade.example"]) {
		expect(() => readConfig({ HOST })).toThrow(
			`HOST=${HOST} lets others reach the web chat and the desk: set TRADEWIRE_ADMIN_TOKEN`,
		);
	}
	for (const HOST of ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
		expect(readConfig({ HOST }).HOST).toBe(HOST);
	const HOST = "0.0.0.0";
	const proxied = {
		TRADEWIRE_PROXY_USER_HEADER: "Remote-User",
		TRADEWIRE_PROXY_ADDRESSES: "10.0.0.5, 172.18.0.0/16 fd00::/8",
	};
	readConfig({ HOST, TRADEWIRE_ADMIN_TOKEN: "long-enough" });
	expect(readConfig({ HOST, ...proxied })).toMatchObject({
		TRADEWIRE_PROXY_USER_HEADER: "remote-user",
		TRADEWIRE_PROXY_ADDRESSES: ["10.0.0.5", "172.18.0.0/16", "fd00::/8"],
	});
});

test("believes no header of proxies that are not named, nor of everyone", () => {
	expect(() =>
		readConfig({ TRADEWIRE_PROXY_USER_HEADER: "Remote-User" }),
	).toThrow("needs TRADEWIRE_PROXY_ADDRESSES");
	for (const ranges of ["0.0.0.0/0", "::/0", "10.0.0.0/33", "proxy", "1.2.3"])
		expect(() => readConfig({ TRADEWIRE_PROXY_ADDRESSES: ranges })).toThrow(
			"must be addresses or ranges",
		);
});

describe("a secret", () => {
	test("is not shown, though it is wrong", () => {
		expect(() => readConfig({ TRADEWIRE_SECRET_KEY: "hunter2" })).toThrow(
			/^(?!.*hunter2).*TRADEWIRE_SECRET_KEY=… must be/s,
		);
	});

	test("may stand in a file, and the setting itself wins", () => {
		const file = join(mkdtempSync(join(tmpdir(), "secret-")), "token");
		writeFileSync(file, "from-a-file\n");
		const inFile = { DISCORD_TOKEN_FILE: file };
		expect(readConfig(inFile).DISCORD_TOKEN).toBe("from-a-file");
		const both = { ...inFile, DISCORD_TOKEN: "itself" };
		expect(readConfig(both).DISCORD_TOKEN).toBe("itself");
	});

	test("in a file that is not there stops the start", () => {
		expect(() => readConfig({ DISCORD_TOKEN_FILE: "/nowhere/at/all" })).toThrow(
			"DISCORD_TOKEN_FILE=/nowhere/at/all cannot be read",
		);
	});
});
