import type { FastifyInstance } from "fastify";
import { formatCommandLine } from "../chat/format-command-line.ts";
import type { DeskTools } from "./desk-tools.ts";
import { formRoute } from "./form-route.ts";

const answers = ["tell", "drop"] as const;

/** Takes the operator's answers on what feeds brought all at once, for every channel that waits. */
export function floodRoute(
	http: FastifyInstance,
	tools: Pick<DeskTools, "ask" | "say">,
): void {
	formRoute(http, { path: "/desk/floods", lineOf }, tools);
}

function lineOf(form: URLSearchParams): string | null {
	const answer = answers.find((one) => one === form.get("answer"));
	const feed = form.get("feed");
	if (!answer || !feed) return null;
	return formatCommandLine("feeds", answer, { feed });
}
