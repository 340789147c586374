import { button, element, icon } from "./element.ts";
import type { LiveState } from "./live.ts";
import { makeSideBar, type SideBar, type SideBarTools } from "./side-bar.ts";
import { type WordKey, word } from "./words.ts";

const menuDrawing = "M3 5.5h14M3 10h14M3 14.5h14";
const downDrawing = "M10 4v12M4.5 10.5 10 16l5.5-5.5";
/** Nearer than this to the end, in CSS pixels, the reader is following along. */
const followPx = 200;
/** Room kept above what is scrolled to, in CSS pixels. */
const marginPx = 14;

const liveWords: Readonly<Record<LiveState, readonly [WordKey, WordKey]>> = {
	connecting: ["connecting", "connectingAbout"],
	live: ["live", "liveAbout"],
	offline: ["offline", "offlineAbout"],
};

/** The parts of the page that stay while channels come and go. */
export interface Shell {
	readonly side: SideBar;
	/** Shows another channel in the middle. */
	show(name: string, channel: HTMLElement): void;
	showLive(state: LiveState): void;
	/**
	 * Brings what is new into sight: the reader's own question from its first
	 * line, else the end, unless the reader is reading further up.
	 */
	follow(by: HTMLElement | "past" | "news"): void;
}

/** Draws the page around `composer`. */
export function drawShell(
	composer: HTMLFormElement,
	tools: Pick<SideBarTools, "add" | "remove">,
): Shell {
	const shade = button(
		{ class: "shade", tabindex: "-1", "aria-hidden": "true" },
		() => side.close(),
	);
	const menu = button(
		{
			class: "plain menu",
			"aria-controls": "side",
			"aria-expanded": "false",
			"aria-label": word("openMenu"),
		},
		() => side.open(),
		icon(menuDrawing),
	);
	const toggled = (isOpen: boolean) => {
		const wasOpen = menu.getAttribute("aria-expanded") === "true";
		menu.setAttribute("aria-expanded", String(isOpen));
		if (wasOpen && !isOpen) menu.focus();
	};
	const side = makeSideBar({ ...tools, toggled });
	const title = element("h1", { dir: "auto" });
	const live = element("span", { class: "live", role: "status" });
	const scroller = element("div", { class: "scroller" });
	const jump = button(
		{ class: "jump", hidden: true },
		() => toEnd(),
		word("newBelow"),
		icon(downDrawing),
	);
	const toEnd = () => {
		scroller.scrollTop = scroller.scrollHeight;
		jump.hidden = true;
	};
	let following = true;
	scroller.addEventListener("scroll", () => {
		following = isNearEnd(scroller);
		if (following) jump.hidden = true;
	});
	document.body.replaceChildren(
		element("a", { class: "skip", href: "#command" }, word("skipToInput")),
		side.root,
		shade,
		element(
			"main",
			{},
			element("header", {}, menu, title, live),
			scroller,
			element("div", { class: "bottom" }, jump, composer),
		),
	);
	return {
		side,
		show(name, channel) {
			title.textContent = `#${name}`;
			scroller.replaceChildren(channel);
		},
		showLive(state) {
			const [says, about] = liveWords[state];
			live.textContent = word(says);
			live.dataset.state = state;
			live.title = word(about);
		},
		follow(by) {
			if (by instanceof HTMLElement) {
				requestAnimationFrame(() => toTop(scroller, by));
			} else if (by === "past" || following) requestAnimationFrame(toEnd);
			else jump.hidden = false;
		},
	};
}

function toTop(scroller: HTMLElement, asked: HTMLElement): void {
	scroller.scrollTop = asked.offsetTop - marginPx;
}

function isNearEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement) {
	return scrollHeight - scrollTop - clientHeight < followPx;
}
