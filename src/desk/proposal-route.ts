import type { FastifyInstance } from "fastify";
import { formatCommandLine } from "../chat/format-command-line.ts";
import type { DeskTools } from "./desk-tools.ts";
import { formRoute } from "./form-route.ts";

const actions = ["confirm", "reject", "undo"] as const;
const fields = ["id", "measure", "rate", "from", "to", "origin", "act"];

/** Takes the desk's forms on proposals. */
export function proposalRoute(
	http: FastifyInstance,
	tools: Pick<DeskTools, "ask" | "say">,
): void {
	formRoute(http, { path: "/desk/proposals", lineOf }, tools);
}

function lineOf(form: URLSearchParams): string | null {
	const action = actions.find((one) => one === form.get("action"));
	if (!action) return null;
	const wanted = action === "confirm" ? fields : ["id"];
	const given = wanted.map((name) => [name, form.get(name) ?? ""]);
	return formatCommandLine("proposals", action, Object.fromEntries(given));
}
