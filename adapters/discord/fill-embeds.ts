import type { APIEmbed } from "discord.js";
import type { Say } from "../../src/phrases/say.ts";
import type { CardPiece, PieceKind } from "./card-piece.ts";

/** Discord's limits, in UTF-16 units: one description, and all that a message's embeds say. */
const longestDescription = 4096;
const longestMessage = 6000;
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

/**
 * Embeds that show the pieces in order, the title above the first and the
 * footer below the last. From the first piece that has no room, all are left
 * out and counted in a last sentence.
 */
export function fillEmbeds(parts: EmbedParts): APIEmbed[] {
	const { title, url, colour, pieces, footer, say } = parts;
	const room = longestMessage - title.length - footer.length;
	const whole = fillDescriptions(pieces, room, 0);
	const { descriptions, shown } =
		whole.shown === pieces.length
			? whole
			: fillDescriptions(pieces, room, longestSentence);
	const left = pieces.slice(shown);
	if (left.length > 0) addLine(descriptions, leftOut(left, say));
	if (title === "" && descriptions.length === 0) {
		descriptions.push(say("platforms.discordEmpty"));
	}
	const last = Math.max(descriptions.length, 1) - 1;
	return Array.from({ length: last + 1 }, (_, at) => ({
		color: colour,
		...(at === 0 && title !== "" ? { title } : {}),
		...(at === 0 && title !== "" && url !== null ? { url } : {}),
		...(descriptions[at] ? { description: descriptions[at] } : {}),
		...(at === last && footer !== "" ? { footer: { text: footer } } : {}),
	}));
}

/** So much is kept free of the whole, and of each description, for any may be the last. */
function fillDescriptions(
	pieces: readonly CardPiece[],
	room: number,
	kept: number,
) {
	const descriptions: string[] = [];
	let used = 0;
	let shown = 0;
	for (const { markdown, gap } of pieces) {
		const current = descriptions.at(-1);
		const opening = gap.trimStart();
		const added = current === undefined ? opening + markdown : gap + markdown;
		if (used + added.length > room - kept) break;
		const length = (current ?? "").length + added.length;
		if (current !== undefined && length <= longestDescription - kept) {
			descriptions[descriptions.length - 1] = current + added;
		} else {
			descriptions.push(opening + markdown);
		}
		used += added.length;
		shown++;
	}
	return { descriptions, shown };
}

function addLine(descriptions: string[], line: string): void {
	const last = descriptions.pop();
	descriptions.push(last === undefined ? line : `${last}\n\n${line}`);
}

const kinds: readonly PieceKind[] = [
	"text",
	"facts",
	"headlines",
	"rows",
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
