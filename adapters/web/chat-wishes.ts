import { z } from "zod";
import type { Say } from "../../src/phrases/say.ts";

/** A request that says something we cannot take; the message is a sentence for the reader. */
class WrongWish extends Error {
	readonly statusCode = 400;

	constructor(message: string) {
		super(message);
		this.name = "WrongWish";
	}
}

const longestText = 2000;
/** Letters of any script, digits, `.`, `-` and `_`; at most 64; begins with a letter or digit. */
const channelName = z
	.string()
	.transform((name) => name.normalize("NFC").replace(/^#/, ""))
	.pipe(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,63}$/u));
const seq = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const name = z.string().max(64);

const question = z.object({
	channel: channelName,
	user: z.string().trim().min(1).max(80),
	text: z.string().trim().min(1).max(longestText),
});
export type ChatQuestion = z.infer<typeof question>;

const wish = z.object({
	channel: channelName,
	after: seq.optional(),
	others: z.literal("1").transform(Boolean).optional(),
	command: name.optional(),
	subcommand: name.optional(),
	option: name.optional(),
	typed: z.string().max(200).optional(),
});
export type ChatWish = z.infer<typeof wish>;

/** Reads the body of `POST /api/chat`. Throws WrongWish. */
export function chatQuestion(body: unknown, say: Say): ChatQuestion {
	return read(question, body, say);
}

/** Reads what a GET asks for; a `Last-Event-ID` header wins over `after`, being newer. Throws WrongWish. */
export function readWish(
	query: unknown,
	say: Say,
	lastEventId?: string | string[],
): ChatWish {
	const wished = read(wish, query, say);
	const resumed = seq.safeParse(lastEventId || undefined);
	return resumed.success ? { ...wished, after: resumed.data } : wished;
}

function read<T>(schema: z.ZodType<T>, given: unknown, say: Say): T {
	const checked = schema.safeParse(given);
	if (checked.success) return checked.data;
	const field = String(checked.error.issues[0]?.path[0] ?? "");
	if (field === "channel") throw new WrongWish(say("web.wrongChannel"));
	if (field === "user") throw new WrongWish(say("web.wrongUser"));
	if (field === "text")
		throw new WrongWish(say("web.wrongText", { most: longestText }));
	throw new WrongWish(say("web.wrongField", { field: field || "channel" }));
}
