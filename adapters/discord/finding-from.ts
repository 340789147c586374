import { ChatError } from "../../src/chat/chat-platform.ts";
import type { Finding } from "../../src/chat/finding.ts";
import type { Say } from "../../src/phrases/say.ts";
import { endOf } from "./chat-error-from.ts";

/** What a failed look means: Discord's silence is no fault of a channel. */
export function findingFrom(error: unknown, what: string, say: Say): Finding {
	const end = endOf(error);
	if (end) {
		const { says, mend } = end;
		return { what, state: "ill", says: sentence(says), mend: sentence(mend) };
	}
	const reason = error instanceof Error ? error.message : String(error);
	const isRefused = error instanceof ChatError && error.kind === "refused";
	return {
		what,
		state: isRefused ? "ill" : "off",
		says: say(
			isRefused ? "platforms.discordRefuses" : "platforms.discordSilent",
			{ reason },
		),
		mend: isRefused ? say("platforms.discordRefusesMend") : null,
	};
}

function sentence(words: string): string {
	return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
