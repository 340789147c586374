import { channelName } from "./channel-name.ts";
import { type ChannelView, openChannel } from "./channel-view.ts";
import { makeComposer } from "./composer.ts";
import { keptUser } from "./keep.ts";
import {
	addChannel,
	keptChannels,
	offerChannels,
	removeChannel,
	seenIn,
} from "./keep-channels.ts";
import { commands, heardChannels, unread } from "./server.ts";
import { drawShell } from "./shell.ts";
import { loadWords, word } from "./words.ts";

const retryMs = 2000;

/** Draws the page and keeps it going; the address's fragment names the channel. */
async function main(): Promise<void> {
	await loadWords();
	const help = await commands();
	const unreads = new Map<string, number>();
	let view: ChannelView | undefined;

	const composer = makeComposer({
		commands: help,
		channel: channelHere,
		send: (line) => view?.run(line),
	});
	const shell = drawShell(composer, {
		add: goTo,
		remove(name) {
			removeChannel(name);
			if (name === channelHere()) goTo(firstChannel());
			else drawSide();
		},
	});
	const drawSide = () => {
		const here = channelHere();
		const lines = keptChannels().map((name) => {
			const current = name === here;
			return { name, current, unread: current ? 0 : (unreads.get(name) ?? 0) };
		});
		shell.side.draw(lines);
		const total = lines.reduce((sum, line) => sum + line.unread, 0);
		const mark = total > 0 ? `(${total}) ` : "";
		document.title = `${mark}#${here} · ${word("name")}`;
	};
	const count = async (name: string) => {
		if (name === channelHere()) return;
		unreads.set(name, await unread(name, seenIn(name)).catch(() => 0));
		if (keptChannels().includes(name)) drawSide();
	};
	const show = () => {
		const name = channelHere();
		view?.close();
		addChannel(name);
		unreads.delete(name);
		view = openChannel(name, {
			user: keptUser(),
			heard: (other) => void count(other),
			changed(state) {
				shell.showLive(state);
				// What other channels heard while nobody listened is counted now.
				if (state === "live") keptChannels().forEach(count);
			},
			grew: shell.follow,
		});
		shell.show(name, view.root);
		drawSide();
	};
	window.addEventListener("hashchange", () => {
		shell.side.close();
		show();
	});
	show();
	offerChannels(await heardChannels());
	keptChannels().forEach(count);
	drawSide();
}

main().catch(() => setTimeout(() => location.reload(), retryMs));

function channelHere(): string {
	try {
		const named = channelName(decodeURIComponent(location.hash.slice(1)));
		return named || firstChannel();
	} catch {
		return firstChannel();
	}
}

function firstChannel(): string {
	return keptChannels()[0] ?? "general";
}

function goTo(name: string): void {
	addChannel(name);
	location.hash = encodeURIComponent(name);
}
