import fastify from "fastify";
import { expect, test } from "vitest";
import { answerCard } from "../../src/cards/answer-card.ts";
import { floodRoute } from "../../src/desk/flood-route.ts";
import { sayIn } from "../../src/phrases/say.ts";

async function post(payload: string) {
	const asked: string[] = [];
	const http = fastify();
	floodRoute(http, {
		async ask(line) {
			asked.push(line);
			return answerCard("done", { tone: "done" });
		},
		say: sayIn("en"),
	});
	const { statusCode } = await http.inject({
		...{ method: "POST", url: "/desk/floods", payload },
		headers: { "content-type": "application/x-www-form-urlencoded" },
	});
	return { statusCode, asked };
}

test.each([
	["answer=tell&feed=wto", "/feeds tell feed:wto"],
	["answer=drop&feed=a%20%22b", '/feeds drop feed:"a \\"b"'],
])("%s is the command that it stands for", async (form, line) => {
	expect(await post(form)).toEqual({ statusCode: 200, asked: [line] });
});

test.each(["", "answer=tell", "answer=remove&feed=wto", "feed=wto"])(
	"%j is none of ours",
	async (form) => {
		expect(await post(form)).toEqual({ statusCode: 400, asked: [] });
	},
);
