import { z } from "zod";

/** An OpenAI-compatible endpoint. */
export interface ModelEndpoint {
	/** Up to and without `/chat/completions`: `https://api.openai.com/v1`. */
	readonly url: string;
	readonly model: string;
	/** Sent as a bearer token; null for endpoints that want none. */
	readonly key: string | null;
}

/** The endpoint gave no usable answer. `isOurs`: it refuses what we ask, so asking again is of no use. */
export class ModelError extends Error {
	readonly isOurs: boolean;

	constructor(message: string, isOurs: boolean, options?: ErrorOptions) {
		super(message, options);
		this.name = "ModelError";
		this.isOurs = isOurs;
	}
}

export interface ModelQuestion {
	readonly system: string;
	readonly user: string;
	/** Ends the waiting, whatever the endpoint does. */
	readonly signal: AbortSignal;
}

const answerSchema = z.object({
	choices: z
		.array(z.object({ message: z.object({ content: z.string() }) }))
		.min(1),
});
/** Of an answer; a summary is a thousandth of it. */
const mostBytes = 200_000;
const mostTokens = 300;

/**
 * Asks a language model once and gives its words.
 * @throws ModelError with one sentence; never with the key or the question
 */
export async function askModel(
	{ url, model, key }: ModelEndpoint,
	{ system, user, signal }: ModelQuestion,
): Promise<string> {
	const answer = await send(`${url}/chat/completions`, {
		method: "POST",
		// An answer from elsewhere would be somebody else's words.
		redirect: "error",
		signal,
		headers: {
			"content-type": "application/json",
			...(key !== null && { authorization: `Bearer ${key}` }),
		},
		body: JSON.stringify({
			model,
			temperature: 0,
			max_tokens: mostTokens,
			messages: [
				{ role: "system", content: system },
				{ role: "user", content: user },
			],
		}),
	});
	const { status } = answer;
	if (status !== 200) {
		await answer.body?.cancel();
		const isOurs = status >= 400 && status < 500 && status !== 429;
		throw new ModelError(`the model's endpoint answered ${status}`, isOurs);
	}
	return contentOf(await readText(answer));
}

async function send(url: string, request: RequestInit): Promise<Response> {
	try {
		return await fetch(url, request);
	} catch (cause) {
		throw new ModelError(failure(cause), false, { cause });
	}
}

/** @throws ModelError when the answer is longer than any summary or breaks off */
async function readText(answer: Response): Promise<string> {
	const parts: Uint8Array[] = [];
	let size = 0;
	try {
		for await (const part of answer.body ?? []) {
			size += part.length;
			if (size > mostBytes) break;
			parts.push(part);
		}
	} catch (cause) {
		throw new ModelError(failure(cause), false, { cause });
	}
	if (size > mostBytes) throw new ModelError("the answer is too long", true);
	return Buffer.concat(parts).toString("utf8");
}

function contentOf(text: string): string {
	try {
		const { choices } = answerSchema.parse(JSON.parse(text));
		return choices[0]?.message.content.trim() ?? "";
	} catch (cause) {
		throw new ModelError("the answer is no chat completion", true, { cause });
	}
}

function failure(error: unknown): string {
	const isLate = error instanceof Error && error.name === "TimeoutError";
	return isLate
		? "the model's endpoint did not answer in time"
		: "the model's endpoint cannot be reached";
}
