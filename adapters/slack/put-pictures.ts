import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Card } from "../../src/chat/card.ts";
import { inertLine } from "../../src/chat/inert-text.ts";
import type { Log } from "../../src/log.ts";
import { cutText } from "./slack-text.ts";
import type { Workspace } from "./slack-workspaces.ts";

/** Slack's ids of a card's pictures, by their SVG; one that has none is told in words. */
export type PictureFiles = ReadonlyMap<string, string>;

/** Puts pictures up in a workspace, where each is a file that only our messages show. */
export interface Pictures {
	/** Never throws: what cannot be drawn or put up has no file. */
	of(card: Card, workspace: Workspace): Promise<PictureFiles>;
	/** Slack does not show these after all: they are put up anew the next time. */
	forget(files: PictureFiles): void;
}

export const noPictures: PictureFiles = new Map();

/** A card is late sooner than it waits longer for a picture. */
const allWithinMs = 12_000;
const uploadWithinMs = 8_000;
/** One picture goes to many channels, and its message may be edited: it is put up once. */
const rememberedForMs = 60 * 60_000;
const mostRemembered = 500;
const longestTitle = 100;
/** Slack refuses a longer description of a file. */
const longestAlt = 1_000;

/** Pictures as PNG files. Sharing none in a channel, an upload makes no message of its own. */
export function slackPictures(tools: {
	readonly drawPng: (svg: string) => Promise<Uint8Array>;
	readonly log: Log;
}): Pictures {
	const known = new Map<string, { file: Promise<string>; until: number }>();
	const put = (svg: string, alt: string, workspace: Workspace) => {
		const digest = createHash("sha256").update(svg).digest("hex");
		const name = `${workspace.team} ${digest}`;
		const earlier = known.get(name);
		if (earlier && earlier.until > Date.now()) return earlier.file;
		const file = drawn(svg, tools).then((png) =>
			uploaded(png, inertLine(alt), workspace),
		);
		file.catch(() => known.delete(name));
		const [eldest] = known.keys();
		if (eldest !== undefined && known.size >= mostRemembered) {
			known.delete(eldest);
		}
		known.set(name, { file, until: Date.now() + rememberedForMs });
		return file;
	};
	return {
		async of(card, workspace) {
			const files = new Map<string, string>();
			const work = card.blocks.map(async (block) => {
				if (block.kind !== "picture") return;
				try {
					const file = put(block.svg, block.alt, workspace);
					files.set(block.svg, await inTime(file));
				} catch (error) {
					tools.log.warn("slack picture told in words", { error });
				}
			});
			await Promise.all(work);
			return files;
		},
		forget(files) {
			const gone = new Set(files.values());
			for (const [name, { file }] of known) {
				void file.then((id) => gone.has(id) && known.delete(name));
			}
		},
	};
}

/** A promise of its own, also where drawing throws at once. */
async function drawn(
	svg: string,
	{ drawPng }: { drawPng: (svg: string) => Promise<Uint8Array> },
): Promise<Buffer> {
	return Buffer.from(await drawPng(svg));
}

/**
 * The three steps of `files.uploadV2`, each in its pace. Gives the file's id.
 * @see https://docs.slack.dev/messaging/working-with-files#upload
 */
async function uploaded(
	png: Buffer,
	alt: string,
	{ client, pace }: Workspace,
): Promise<string> {
	const title = cutText(alt, longestTitle) || "Tradewire";
	const wanted = {
		filename: "tradewire.png",
		length: png.length,
		// So the Web API calls it; the client's types name it otherwise.
		...{ alt_txt: cutText(alt, longestAlt) },
	};
	const { upload_url, file_id } = await pace.call(
		"files.getUploadURLExternal",
		() => client.files.getUploadURLExternal(wanted),
	);
	if (!upload_url || !file_id) throw new Error("Slack named no upload address");
	const { ok, status } = await fetch(upload_url, {
		method: "POST",
		headers: { "content-type": "image/png" },
		body: new Uint8Array(png),
		signal: AbortSignal.timeout(uploadWithinMs),
	});
	if (!ok) throw new Error(`Slack took no picture: ${status}`);
	await pace.call("files.completeUploadExternal", () =>
		client.files.completeUploadExternal({ files: [{ id: file_id, title }] }),
	);
	return file_id;
}

async function inTime<T>(work: Promise<T>): Promise<T> {
	const late = wait(allWithinMs, undefined, { ref: false }).then(() => {
		throw new Error("the picture took too long");
	});
	return Promise.race([work, late]);
}
