import { expect, test } from "vitest";
import { sayIn } from "../../src/phrases/say.ts";

test("says a phrase in the language asked for, or in English while it is not translated", () => {
	expect(sayIn("en")("chat.name")).toBe("Tradewire");
	expect(sayIn("fr")("chat.name")).toBe("Tradewire");
});
