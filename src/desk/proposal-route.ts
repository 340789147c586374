import type { FastifyInstance } from "fastify";
import type { Card } from "../chat/card.ts";
import { cardText } from "../chat/card-text.ts";
import { formatCommandLine } from "../chat/format-command-line.ts";
import type { Say } from "../phrases/say.ts";
import { deskDocument } from "./desk-document.ts";
import type { DeskTools } from "./desk-tools.ts";
import { html } from "./html.ts";

const actions = ["confirm", "reject", "undo"] as const;
const fields = ["id", "measure", "rate", "from", "to", "origin", "act"];
const longestForm = 20_000;

/**
 * Takes the desk's forms on proposals, as the command that they stand for.
 * The gate lets in those alone who manage, from a page of ours.
 */
export function proposalRoute(
	http: FastifyInstance,
	tools: Pick<DeskTools, "ask" | "say">,
): void {
	// Forms are read here alone; other routes take JSON or their own.
	http.register(async (scope) => {
		scope.addContentTypeParser(
			"application/x-www-form-urlencoded",
			{ parseAs: "string", bodyLimit: longestForm },
			async (_request: unknown, body: string | Buffer) =>
				new URLSearchParams(String(body)),
		);
		const managers = { config: { door: "managers" } } as const;
		scope.post("/desk/proposals", managers, async ({ body, guest }, reply) => {
			const line = body instanceof URLSearchParams ? lineOf(body) : null;
			if (line === null) {
				return reply.code(400).send({ error: tools.say("desk.badForm") });
			}
			const card = await tools.ask(line, guest?.name ?? null);
			return reply
				.code(card.tone === "mistake" ? 400 : 200)
				.type("text/html; charset=utf-8")
				.send(answerPage(card, tools.say));
		});
	});
}

function lineOf(form: URLSearchParams): string | null {
	const action = actions.find((one) => one === form.get("action"));
	if (!action) return null;
	const wanted = action === "confirm" ? fields : ["id"];
	const given = wanted.map((name) => [name, form.get(name) ?? ""]);
	return formatCommandLine("proposals", action, Object.fromEntries(given));
}

function answerPage(card: Card, say: Say): string {
	return deskDocument(
		card.title,
		html`<main><section><pre>${cardText({ ...card, actions: [] }, { width: 100 })}</pre><p><a href="/desk">${say("desk.back")}</a></p></section></main>`,
	).text;
}
