import { webApi } from "@slack/bolt";
import { z } from "zod";

/** Sends a message to an event's response address. */
export type RespondByUrl = (
	message: Readonly<Record<string, unknown>>,
) => Promise<void>;

const withinMs = 10_000;
const refusal = z.object({ error: z.string() });

/**
 * Bolt's own `respond` keeps Slack's reason for a refusal to itself, and we
 * send a message otherwise when Slack cannot read its blocks. This throws
 * what a client's call throws.
 */
export function respondByUrl(url: string): RespondByUrl {
	return async (message) => {
		const response = await fetch(url, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify(message),
			signal: AbortSignal.timeout(withinMs),
		});
		const told = readRefusal(await response.text());
		if (told) {
			throw new webApi.WebAPIPlatformError({ ok: false, error: told });
		}
		if (!response.ok) {
			throw new Error(`the response address answered ${response.status}`);
		}
	};
}

/** Slack answers `ok` in plain text when all is well. */
function readRefusal(text: string): string | null {
	try {
		return refusal.safeParse(JSON.parse(text)).data?.error ?? null;
	} catch {
		return null;
	}
}
