import { channelName } from "./channel-name.ts";
import { button, element, icon } from "./element.ts";
import { themeButton } from "./theme.ts";
import { word } from "./words.ts";

/** The list of channels beside the timeline; a drawer where the screen is narrow. */
export interface SideBar {
	readonly root: HTMLElement;
	/** Draws the channels anew. */
	draw(channels: readonly ChannelLine[]): void;
	open(): void;
	close(): void;
}

interface ChannelLine {
	readonly name: string;
	readonly unread: number;
	readonly current: boolean;
}

export interface SideBarTools {
	readonly add: (name: string) => void;
	readonly remove: (name: string) => void;
	/** The drawer was opened or closed. */
	readonly toggled: (isOpen: boolean) => void;
}

const plusDrawing = "M10 4v12M4 10h12";
const crossDrawing = "m5 5 10 10M15 5 5 15";

export function makeSideBar(tools: SideBarTools): SideBar {
	const list = element("ul", { class: "channels" });
	const hide = { class: "plain hide", "aria-label": word("closeMenu") };
	const root = element(
		"nav",
		{ class: "side", id: "side", "aria-label": word("channels") },
		element(
			"div",
			{ class: "brand" },
			mark(),
			word("name"),
			button(hide, () => bar.close(), icon(crossDrawing)),
		),
		element("h2", {}, word("channels")),
		list,
		addForm(tools.add),
		element(
			"div",
			{ class: "foot" },
			element("a", { href: "/desk" }, word("operations")),
			themeButton(),
		),
	);
	const toggle = (isOpen: boolean) => {
		root.classList.toggle("open", isOpen);
		tools.toggled(isOpen);
	};
	const bar: SideBar = {
		root,
		draw(channels) {
			list.replaceChildren(...channels.map((line) => channelView(line, tools)));
		},
		open() {
			toggle(true);
			root.querySelector<HTMLElement>("[aria-current], .hide")?.focus();
		},
		close: () => toggle(false),
	};
	document.addEventListener("keydown", ({ key }) => {
		if (key === "Escape" && root.classList.contains("open")) bar.close();
	});
	return bar;
}

function mark(): HTMLElement {
	return element("img", {
		src: "/page/mark.svg",
		alt: "",
		width: "28",
		height: "28",
	});
}

function channelView(
	{ name, unread, current }: ChannelLine,
	{ remove }: SideBarTools,
): HTMLElement {
	const badge = element(
		"span",
		{ class: "badge" },
		element(
			"span",
			{ "aria-hidden": "true" },
			unread > 99 ? "99+" : `${unread}`,
		),
		element("span", { class: "unseen" }, word("unread", { count: unread })),
	);
	const about = word("removeChannel", { channel: name });
	const drop = { class: "plain drop", "aria-label": about, title: about };
	return element(
		"li",
		{},
		element(
			"a",
			{
				href: `#${encodeURIComponent(name)}`,
				"aria-current": current ? "page" : null,
			},
			element("span", { class: "hash", "aria-hidden": "true" }, "#"),
			element("span", { class: "name", dir: "auto" }, name),
			unread > 0 ? badge : null,
		),
		button(drop, () => remove(name), icon(crossDrawing)),
	);
}

function addForm(add: (name: string) => void): HTMLElement {
	const name = element("input", {
		type: "text",
		maxlength: "64",
		placeholder: word("addChannel"),
		"aria-label": word("addChannelName"),
		autocomplete: "off",
		spellcheck: "false",
	});
	const label = { class: "plain", type: "submit", "aria-label": word("add") };
	const submit = element("button", label, icon(plusDrawing));
	const form = element("form", { class: "add" }, name, submit);
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		const wanted = channelName(name.value.toLowerCase());
		if (wanted === "") return;
		add(wanted);
		name.value = "";
	});
	return form;
}
