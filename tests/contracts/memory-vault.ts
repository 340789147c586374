import { expect, test } from "vitest";
import type { MakeMemories } from "./memories.ts";

/** What every Vault does. */
export function vaultContract(make: MakeMemories): void {
	test("gives a secret back, the newest, and none that was removed", async () => {
		const { vault } = await make();
		expect(await vault.get("slack/T1")).toBeNull();
		await vault.put("slack/T1", "xoxb-old");
		await vault.put("slack/T1", "xoxb-neu-é");
		expect(await vault.get("slack/T1")).toBe("xoxb-neu-é");
		await vault.remove("slack/T1");
		await vault.remove("slack/T1");
		expect(await vault.get("slack/T1")).toBeNull();
	});

	test("names what begins so, in order", async () => {
		const { vault } = await make();
		for (const name of ["slack/T2", "slack/T1", "slack_T3", "other"])
			await vault.put(name, "secret");
		expect(await vault.names("slack/")).toEqual(["slack/T1", "slack/T2"]);
		expect(await vault.names("nothing")).toEqual([]);
	});
}
