import type { ServerResponse } from "node:http";
import type { Sessions } from "./sessions.ts";

/** Looked whether sessions with something open have ended elsewhere, or run out. */
const everyMs = 15_000;

/** Ends what a session still reads when the session ends: a stream has no end of its own. */
export function watchSessions(sessions: Sessions | null) {
	const open = new Map<string, Set<ServerResponse>>();
	const cut = (id: string) => {
		for (const response of open.get(id) ?? []) response.destroy();
	};
	const look = async () => {
		for (const id of open.keys()) {
			if (!(await sessions?.isOpen(id))) cut(id);
		}
	};
	const timer = setInterval(() => void look(), everyMs).unref();
	return {
		follow(id: string, response: ServerResponse) {
			const all = open.get(id) ?? new Set();
			open.set(id, all.add(response));
			response.once("close", () => {
				all.delete(response);
				if (all.size === 0 && open.get(id) === all) open.delete(id);
			});
		},
		/** Null: all of them. */
		cut(id: string | null) {
			for (const one of id === null ? [...open.keys()] : [id]) cut(one);
		},
		close: () => clearInterval(timer),
	};
}
