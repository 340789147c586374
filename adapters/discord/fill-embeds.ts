import type { APIEmbed } from "discord.js";
import type { Say } from "../../src/phrases/say.ts";
import type { DrawnPicture } from "./card-pictures.ts";
import type { CardPiece, PieceKind } from "./card-piece.ts";

/** Discord's limits, in UTF-16 units: one description, and all that a message's embeds say. */
const longestDescription = 4096;
const longestMessage = 6000;
const mostEmbeds = 10;
/** What the sentence takes that tells what was left out. */
const longestSentence = 200;

interface EmbedParts {
	readonly title: string;
	readonly url: string | null;
	readonly colour: number;
	readonly pieces: readonly CardPiece[];
	readonly footer: string;
	readonly say: Say;
}

interface FilledEmbeds {
	readonly embeds: APIEmbed[];
	/** Those that have room. */
	readonly pictures: readonly DrawnPicture[];
}

/** One embed's own: its words, and the picture below them. */
interface Part {
	text: string;
	picture: DrawnPicture | null;
}

/**
 * Embeds that show the pieces in order, the title above the first and the
 * footer below the last. From the first piece that has no room, all are left
 * out and counted in a last sentence.
 */
export function fillEmbeds(wanted: EmbedParts): FilledEmbeds {
	const { title, url, colour, pieces, footer, say } = wanted;
	const room = longestMessage - title.length - footer.length;
	const whole = fillParts(pieces, room, 0);
	const { parts, shown } =
		whole.shown === pieces.length
			? whole
			: fillParts(pieces, room, longestSentence);
	const left = pieces.slice(shown);
	if (left.length > 0) addLine(parts, leftOut(left, say));
	if (parts.length === 0) {
		const text = title === "" ? say("platforms.discordEmpty") : "";
		parts.push({ text, picture: null });
	}
	const embeds = parts.map(({ text, picture }, at) => ({
		color: colour,
		...(at === 0 && title !== "" ? { title } : {}),
		...(at === 0 && title !== "" && url !== null ? { url } : {}),
		...(text === "" ? {} : { description: text }),
		...(picture ? { image: { url: `attachment://${picture.name}` } } : {}),
		...(at === parts.length - 1 && footer !== ""
			? { footer: { text: footer } }
			: {}),
	}));
	return { embeds, pictures: parts.flatMap(({ picture }) => picture ?? []) };
}

/** So much is kept free of the whole, and of each description, for any may be the last. */
function fillParts(pieces: readonly CardPiece[], room: number, kept: number) {
	const parts: Part[] = [];
	let used = 0;
	let shown = 0;
	for (const { markdown, gap, picture } of pieces) {
		const current = parts.at(-1);
		const opening = gap.trimStart() + markdown;
		const joined = current === undefined ? opening : gap + markdown;
		if (used + joined.length > room - kept) break;
		const length = (current?.text ?? "").length + joined.length;
		const isOpen = current?.picture === null;
		if (current && isOpen && length <= longestDescription - kept) {
			current.text += joined;
			current.picture = picture ?? null;
		} else {
			if (parts.length >= mostEmbeds) break;
			parts.push({ text: opening, picture: picture ?? null });
		}
		used += joined.length;
		shown++;
	}
	return { parts, shown };
}

function addLine(parts: Part[], line: string): void {
	const last = parts.at(-1);
	if (last) last.text = last.text === "" ? line : `${last.text}\n\n${line}`;
	else parts.push({ text: line, picture: null });
}

const kinds: readonly PieceKind[] = [
	"text",
	"facts",
	"headlines",
	"rows",
	"pictures",
	"buttons",
];

function leftOut(left: readonly CardPiece[], say: Say): string {
	const counted = kinds.flatMap((kind) => {
		const ofKind = left.filter((piece) => piece.kind === kind);
		if (ofKind.length === 0) return [];
		const count = ofKind.reduce((sum, piece) => sum + piece.count, 0);
		return [say("platforms.discordMore", { kind, count })];
	});
	return say("platforms.discordLeftOut", { list: counted.join(", ") });
}
