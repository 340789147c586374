import { z } from "zod";
import { attach } from "./fake-attachments.ts";
import type { FakeGateway } from "./fake-gateway.ts";
import { type MessageBody, messageBody } from "./message-rules.ts";
import { type Answered, type Asked, refused, type SentFile } from "./wire.ts";

/** What someone saw after typing or pressing. */
interface Interacted {
	/** Answers in order, as they stand now; an asker's own are ephemeral. */
	readonly said: { ephemeral: boolean; body: MessageBody }[];
	/** Set while “thinking…” is shown; to whom. */
	promised: "asker" | "channel" | null;
	/** Choices offered while typing; null before any. */
	choices: readonly unknown[] | null;
	/** From the event to the first response. */
	firstResponseMs: number | null;
}

interface Asking {
	readonly channel: string;
	/** A bit set as Discord writes it. */
	readonly permissions?: string;
	/** Direct messages have no server. */
	readonly direct?: boolean;
}

export interface FakeInteractions {
	/** Sends an interaction of this type (2 command, 3 button, 4 typing). */
	send(type: number, data: object, asking: Asking): Interacted;
	route(asked: Asked): Answered | null;
}

interface Facts {
	readonly gateway: FakeGateway;
	readonly user: object;
	readonly applicationId: string;
	readonly guildId: string;
}

const ephemeral = 64;
const callback = z.object({ type: z.int(), data: z.unknown().optional() });
const flagged = z.object({ flags: z.int().default(0) });
const offered = z.object({
	choices: z
		.array(
			z.strictObject({
				name: z.string().min(1).max(100),
				value: z.string().min(1).max(100),
			}),
		)
		.max(25),
});
const person = {
	id: "400000000000000001",
	username: "ada",
	global_name: "Ada",
	discriminator: "0",
	avatar: null,
};

/** Interactions and their webhooks, with the rules of responding once and in time. */
export function fakeInteractions(facts: Facts): FakeInteractions {
	const byToken = new Map<string, Interacted & { readonly at: number }>();
	let count = 0;

	function respond(
		record: Interacted & { readonly at: number },
		{ body, files }: Asked,
	): Answered {
		if (record.firstResponseMs !== null)
			return refused(400, 40060, "Interaction has already been acknowledged.");
		const { type, data = {} } = callback.parse(body);
		const isEphemeral = (flagged.parse(data).flags & ephemeral) !== 0;
		if (type === 4) {
			const checked = messageWith(data, files);
			if (typeof checked === "string") return refused(400, 50035, checked);
			record.said.push({ ephemeral: isEphemeral, body: checked });
		}
		if (type === 5) record.promised = isEphemeral ? "asker" : "channel";
		if (type === 8) {
			const checked = offered.safeParse(data);
			if (!checked.success) return refused(400, 50035, checked.error.message);
			record.choices = checked.data.choices;
		}
		record.firstResponseMs = Date.now() - record.at;
		return { status: 204 };
	}

	function follow(record: Interacted, asked: Asked): Answered {
		const { method, path } = asked;
		const isOriginal = path.endsWith("/messages/@original");
		if (method === "DELETE") {
			record.promised = null;
			return { status: 204 };
		}
		const checked = messageWith(asked.body, asked.files);
		if (typeof checked === "string") return refused(400, 50035, checked);
		const isEphemeral =
			isOriginal || record.promised !== null
				? record.promised === "asker"
				: ((checked.flags ?? 0) & ephemeral) !== 0;
		record.promised = null;
		record.said.push({ ephemeral: isEphemeral, body: checked });
		return { status: 200, body: sentMessage(facts.user, checked) };
	}

	return {
		send(type, data, { channel, permissions = "0", direct = false }) {
			const token = `token-${++count}`;
			const record = {
				at: Date.now(),
				said: [],
				promised: null,
				choices: null,
				firstResponseMs: null,
			};
			byToken.set(token, record);
			const member = {
				user: person,
				permissions,
				roles: [],
				joined_at: "2026-01-01T00:00:00Z",
				deaf: false,
				mute: false,
				flags: 0,
			};
			const place = direct
				? { user: person, channel: { id: channel, type: 1 } }
				: {
						guild_id: facts.guildId,
						guild_locale: "en-US",
						member,
						channel: { id: channel, type: 0 },
					};
			facts.gateway.dispatch("INTERACTION_CREATE", {
				id: `50000000000000000${count}`,
				application_id: facts.applicationId,
				type,
				token,
				version: 1,
				channel_id: channel,
				locale: "en-US",
				app_permissions: "0",
				entitlements: [],
				authorizing_integration_owners: {},
				context: direct ? 1 : 0,
				attachment_size_limit: 1,
				data,
				...place,
				...(type === 3
					? { message: sentMessage(facts.user, { embeds: [], components: [] }) }
					: {}),
			});
			return record;
		},
		route(asked) {
			const [, called] =
				/^\/interactions\/\d+\/([^/]+)\/callback$/.exec(asked.path) ?? [];
			const [, followed] = /^\/webhooks\/\d+\/([^/]+)/.exec(asked.path) ?? [];
			const record = byToken.get(called ?? followed ?? "");
			if (called === undefined && followed === undefined) return null;
			if (!record) return refused(404, 10062, "Unknown interaction");
			return called === undefined
				? follow(record, asked)
				: respond(record, asked);
		},
	};
}

/** An answer with its files; or, in words, why Discord refuses it. */
function messageWith(
	body: unknown,
	files: ReadonlyMap<number, SentFile>,
): MessageBody | string {
	const checked = messageBody.safeParse(body);
	if (!checked.success) return checked.error.message;
	let count = 0;
	const nextId = () => String(++count);
	const attachments = attach({ body: checked.data, files, nextId });
	if (typeof attachments === "string") return attachments;
	const described = attachments.map(({ id, filename, description }) => ({
		id,
		filename,
		description,
	}));
	return { ...checked.data, attachments: described };
}

function sentMessage(author: object, body: MessageBody): object {
	return {
		content: "",
		...body,
		id: "600000000000000001",
		channel_id: "210000000000000001",
		author,
		type: 0,
		flags: 0,
		timestamp: "2026-10-07T12:00:00Z",
		edited_timestamp: null,
		tts: false,
		pinned: false,
		mention_everyone: false,
		mentions: [],
		mention_roles: [],
		attachments: [],
	};
}
