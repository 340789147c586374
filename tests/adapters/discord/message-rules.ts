import { z } from "zod";

const mostInMessage = 6000;
const letters = (most: number) => z.string().min(1).max(most);
const address = z
	.string()
	.max(2048)
	.refine((text) => /^https?:\/\/\S+$/.test(text), "Not a well formed URL.");

/** A picture on the web, or one sent along. */
const picture = z
	.string()
	.max(2048)
	.regex(/^(?:https?:\/\/\S+|attachment:\/\/[\w.-]+)$/);

const attachment = z.strictObject({
	/** The number in `files[n]`, or the id of one that stands there already. */
	id: z.union([z.int().min(0), z.string().regex(/^\d{1,20}$/)]),
	filename: letters(260).optional(),
	description: z.string().max(1024).optional(),
});

const embed = z.strictObject({
	title: letters(256).optional(),
	description: letters(4096).optional(),
	url: address.optional(),
	color: z.int().min(0).max(0xffffff).optional(),
	footer: z.strictObject({ text: letters(2048) }).optional(),
	image: z.strictObject({ url: picture }).optional(),
	fields: z
		.array(z.strictObject({ name: letters(256), value: letters(1024) }))
		.max(25)
		.optional(),
});

const button = z.strictObject({
	type: z.literal(2),
	style: z.int().min(1).max(4),
	label: letters(80),
	custom_id: letters(100),
});

const row = z.strictObject({
	type: z.literal(1),
	components: z.array(button).min(1).max(5),
});

/** A message as Discord takes it, checked against its documented limits. */
export const messageBody = z
	.strictObject({
		content: z.string().max(2000).optional(),
		embeds: z.array(embed).max(10).default([]),
		components: z.array(row).max(5).default([]),
		allowed_mentions: z
			.strictObject({
				parse: z.array(z.enum(["everyone", "roles", "users"])),
				replied_user: z.boolean().optional(),
			})
			.optional(),
		message_reference: z
			.strictObject({
				message_id: z.string().regex(/^\d{1,20}$/),
				fail_if_not_exists: z.boolean().optional(),
			})
			.optional(),
		nonce: z.string().max(25).optional(),
		enforce_nonce: z.boolean().optional(),
		tts: z.boolean().optional(),
		flags: z.int().optional(),
		attachments: z.array(attachment).max(10).optional(),
	})
	.refine(({ embeds }) => embedsLength(embeds) <= mostInMessage, {
		message: "Embed size exceeds maximum size of 6000",
	})
	.refine(({ components }) => areUnique(components.flatMap(idsOf)), {
		message: "Component custom id cannot be duplicated",
	})
	.refine(({ embeds }) => embeds.every(showsSomething), {
		message: "This field is required",
	});

export type MessageBody = z.infer<typeof messageBody>;

/** A thread as Discord begins one from a message. */
export const threadBody = z.strictObject({
	name: z
		.string()
		.max(100)
		.refine((name) => name.trim() !== "", "This field is required"),
	auto_archive_duration: z
		.union([60, 1440, 4320, 10080].map((minutes) => z.literal(minutes)))
		.optional(),
	rate_limit_per_user: z.int().min(0).max(21600).nullable().optional(),
});

/** Whether Discord would answer 50006, cannot send an empty message. */
export function isEmpty({ content = "", embeds }: MessageBody): boolean {
	return content.trim() === "" && embeds.length === 0;
}

function embedsLength(embeds: readonly z.infer<typeof embed>[]): number {
	return embeds
		.flatMap(({ title, description, footer, fields = [] }) => [
			title,
			description,
			footer?.text,
			...fields.flatMap(({ name, value }) => [name, value]),
		])
		.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

function showsSomething(shown: z.infer<typeof embed>): boolean {
	const { title = "", description = "", footer, image, fields = [] } = shown;
	const text = `${title}${description}${footer?.text ?? ""}`;
	return /[^\s\u200b]/.test(text) || image !== undefined || fields.length > 0;
}

function idsOf({ components }: z.infer<typeof row>): string[] {
	return components.map(({ custom_id }) => custom_id);
}

function areUnique(ids: readonly string[]): boolean {
	return new Set(ids).size === ids.length;
}

/** Those of Discord's locales that are asked for. */
const locale = z.enum(["fr", "es-ES", "es-419", "en-US", "en-GB", "de"]);
const commandName = z
	.string()
	.regex(/^[-_'\p{L}\p{N}]{1,32}$/u)
	.refine((name) => name === name.toLowerCase(), "must be lower case");
const described = {
	name: commandName,
	name_localizations: z
		.partialRecord(locale, commandName)
		.nullable()
		.optional(),
	description: letters(100),
	description_localizations: z
		.partialRecord(locale, letters(100))
		.nullable()
		.optional(),
};

const option: z.ZodType<{ name: string }> = z.lazy(() =>
	z.strictObject({
		...described,
		type: z.int().min(1).max(11),
		required: z.boolean().optional(),
		autocomplete: z.boolean().optional(),
		options: options.optional(),
	}),
);
const options = z
	.array(option)
	.max(25)
	.refine(requiredFirst, "required options come first")
	.refine(areNamedApart, "names are unique among siblings");

/** Command definitions as Discord takes them. */
export const commandBodies = z
	.array(
		z.strictObject({
			...described,
			options: options.default([]),
			default_member_permissions: z
				.string()
				.regex(/^\d+$/)
				.nullable()
				.optional(),
		}),
	)
	.max(100)
	.refine(areNamedApart, "names are unique among siblings")
	.refine(
		(commands) => commands.every((one) => allLetters(one) <= 8000),
		"Command exceeds maximum size (8000)",
	);

/** In every language, the names of siblings differ. */
function areNamedApart(siblings: readonly unknown[]): boolean {
	const read = siblings.map((one) => z.looseObject(described).parse(one));
	return [null, ...locale.options].every((which) =>
		areUnique(
			read.map(
				({ name, name_localizations }) =>
					(which && name_localizations?.[which]) || name,
			),
		),
	);
}

/** Of names, descriptions and values, the longest localisation counting where it is longer. */
function allLetters(command: unknown): number {
	const { name, description, options, ...more } = z
		.looseObject({ ...described, options: z.array(z.unknown()).optional() })
		.parse(command);
	const longest = (text: string, others: object | null | undefined) =>
		Math.max(
			text.length,
			...Object.values(others ?? {}).map((other) => String(other).length),
		);
	return (options ?? []).reduce<number>(
		(sum, one) => sum + allLetters(one),
		longest(name, more.name_localizations) +
			longest(description, more.description_localizations),
	);
}

function requiredFirst(options: readonly unknown[]): boolean {
	const required = options.map(
		(one) =>
			z.looseObject({ required: z.literal(true) }).safeParse(one).success,
	);
	return !required.some((is, at) => is && required[at - 1] === false);
}
