type Child = Node | string | null;
type Attributes = Readonly<Record<string, string | boolean | null>>;

/**
 * Makes an element. Texts become text nodes, never markup, so nothing that
 * comes from outside can be more than words. An attribute that is null or
 * false is left out; true gives it empty.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
	tag: K,
	attributes: Attributes = {},
	...children: readonly Child[]
): HTMLElementTagNameMap[K] {
	const made = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (value === null || value === false) continue;
		made.setAttribute(name, value === true ? "" : value);
	}
	made.append(...children.filter((child) => child !== null));
	return made;
}

/** A button that does something when pressed. */
export function button(
	attributes: Attributes,
	press: () => void,
	...children: readonly Child[]
): HTMLButtonElement {
	const made = element(
		"button",
		{ type: "button", ...attributes },
		...children,
	);
	made.addEventListener("click", press);
	return made;
}

/**
 * A link for http(s) addresses; plain words for any other. It names no
 * direction, so that `dir=auto` of what it stands in looks at its words.
 */
export function link(
	url: string | null | undefined,
	...children: readonly Child[]
): HTMLElement {
	if (!url || !/^https?:\/\//i.test(url) || !URL.canParse(url)) {
		return element("span", {}, ...children);
	}
	const away = { target: "_blank", rel: "noopener noreferrer" };
	return element("a", { href: url, ...away }, ...children);
}

const svgNames = "http://www.w3.org/2000/svg";

/** A 20 by 20 line drawing that goes with words, so it is hidden from screen readers. */
export function icon(path: string): SVGSVGElement {
	const svg = document.createElementNS(svgNames, "svg");
	svg.setAttribute("viewBox", "0 0 20 20");
	svg.setAttribute("class", "icon");
	svg.setAttribute("aria-hidden", "true");
	const line = document.createElementNS(svgNames, "path");
	line.setAttribute("d", path);
	svg.append(line);
	return svg;
}
