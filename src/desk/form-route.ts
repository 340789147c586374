import type { FastifyInstance } from "fastify";
import type { Card } from "../chat/card.ts";
import { cardText } from "../chat/card-text.ts";
import type { Say } from "../phrases/say.ts";
import { deskDocument } from "./desk-document.ts";
import type { DeskTools } from "./desk-tools.ts";
import { html } from "./html.ts";

const longestForm = 20_000;

/** A form of the desk. */
interface DeskForm {
	readonly path: string;
	/** The command that it stands for; null where it is none of ours. */
	lineOf(form: URLSearchParams): string | null;
}

/**
 * Takes a form of the desk's as the command that it stands for. The gate lets
 * in those alone who manage, from a page of ours.
 */
export function formRoute(
	http: FastifyInstance,
	{ path, lineOf }: DeskForm,
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
		scope.post(path, managers, async ({ body, guest }, reply) => {
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

function answerPage(card: Card, say: Say): string {
	return deskDocument(
		card.title,
		html`<main><section><pre>${cardText({ ...card, actions: [] }, { width: 100 })}</pre><p><a href="/desk">${say("desk.back")}</a></p></section></main>`,
	).text;
}
