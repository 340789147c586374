import { expect, test } from "vitest";
import { sayIn } from "../../src/phrases/say.ts";
import { openCommandHouse, room } from "./command-house.ts";

const say = sayIn("en");

const { commands } = openCommandHouse();

test("helps with every command, tariffs first", async () => {
	const { hear, commands: all } = openCommandHouse();
	const text = await hear("/help");
	const told = [...text.matchAll(/^\/(\w+) {2,}\S/gm)].map(([, name]) => name);
	expect(told).toEqual(all.map(({ name }) => name));
	expect(told.slice(0, 3)).toEqual(["tariff", "calendar", "subscribe"]);
	expect(told.at(-1)).toBe("help");
});

test.each(commands.map(({ name }) => name))(
	"tells how /%s is used",
	async (name) => {
		const { hear, commands: all } = openCommandHouse();
		const text = await hear(`/help ${name}`);
		const spec = all.find((command) => command.name === name);
		const subcommands = spec?.subcommands ?? [];
		const options = [
			...(spec?.options ?? []),
			...subcommands.flatMap((sub) => sub.options),
		];
		for (const { name: word } of [...subcommands, ...options])
			expect(text).toContain(word);
		const about = spec ? say(spec.about) : "";
		expect(text.split(about)).toHaveLength(2);
		expect(text).toContain(`For example: ${spec?.example}`);
	},
);

test("finds help for a misspelt command, with or without its slash", async () => {
	const { ask } = openCommandHouse();
	expect((await ask("/help /digest")).title).toBe("/digest");
	expect((await ask("/help tarif")).actions[0]?.line).toBe("/help tariff");
	expect((await ask("/help xyzxyzxyz")).actions[0]?.line).toBe("/help");
});

test("offers commands as they are typed", async () => {
	const suggest = commands.at(-1)?.options[0]?.suggest;
	expect(await suggest?.("subs", room)).toEqual([
		{ value: "subscribe", label: "/subscribe" },
		{ value: "subscriptions", label: "/subscriptions" },
	]);
});

test("names every command and option as platforms allow", () => {
	const subcommands = commands.flatMap((command) => command.subcommands);
	const options = [...commands, ...subcommands].flatMap((spec) => spec.options);
	for (const { name } of [...commands, ...subcommands, ...options]) {
		expect(name).toMatch(/^[a-z]{1,32}$/);
	}
	for (const { options: list } of [...commands, ...subcommands]) {
		const firstOptional = list.findIndex(({ required }) => !required);
		const lastRequired = list.findLastIndex(({ required }) => required);
		expect(firstOptional === -1 || lastRequired < firstOptional).toBe(true);
	}
});
