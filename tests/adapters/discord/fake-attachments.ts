import type { MessageBody } from "./message-rules.ts";
import type { SentFile } from "./wire.ts";

/** A file that stands in a message. */
export interface FakeAttachment {
	readonly id: string;
	readonly filename: string;
	readonly description: string;
	readonly size: number;
	readonly content_type: string;
}

const mostBytes = 10 * 1024 * 1024;

interface Sent {
	readonly body: MessageBody;
	readonly files: ReadonlyMap<number, SentFile>;
	/** Those that the message has already. */
	readonly standing?: readonly FakeAttachment[];
	readonly nextId: () => string;
}

/** What a message's attachments become; or, in words, why Discord refuses them. */
export function attach(sent: Sent): readonly FakeAttachment[] | string {
	const { body, files, standing = [], nextId } = sent;
	const listed = body.attachments ?? standing.map(({ id }) => ({ id }));
	const attachments: FakeAttachment[] = [];
	for (const { id, filename, description = "" } of [
		...listed,
		...unlisted(files, listed),
	] as { id: string | number; filename?: string; description?: string }[]) {
		const old = standing.find((one) => one.id === id);
		const file = files.get(Number(id));
		if (old) attachments.push(old);
		else if (!file) return `attachments: nothing is sent as files[${id}]`;
		else if (file.bytes > mostBytes) return "Request entity too large";
		else {
			const { name, type, bytes } = file;
			const what = { filename: filename ?? name, content_type: type };
			attachments.push({ ...what, id: nextId(), description, size: bytes });
		}
	}
	const names = new Set(attachments.map(({ filename }) => filename));
	const lost = body.embeds
		.flatMap(({ image }) => image?.url.split("attachment://")[1] ?? [])
		.filter((name) => !names.has(name));
	return lost.length === 0
		? attachments
		: `embeds: no attachment is called ${lost.join(", ")}`;
}

/** A file needs no entry of its own. */
function unlisted(
	files: ReadonlyMap<number, SentFile>,
	listed: readonly { readonly id: string | number }[],
) {
	const named = new Set(listed.map(({ id }) => Number(id)));
	return [...files.keys()]
		.filter((number) => !named.has(number))
		.map((id) => ({ id }));
}
