import { button, icon } from "./element.ts";
import { keepTheme, keptTheme, type Theme } from "./keep.ts";
import { type WordKey, word } from "./words.ts";

const themes: Readonly<
	Record<Theme, { next: Theme; says: WordKey; drawing: string }>
> = {
	auto: {
		next: "light",
		says: "themeAuto",
		drawing: "M3 4.5h14v9H3zM7 16.5h6",
	},
	light: {
		next: "dark",
		says: "themeLight",
		drawing:
			"M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M4.3 15.7l1.1-1.1M14.6 5.4l1.1-1.1",
	},
	dark: {
		next: "auto",
		says: "themeDark",
		drawing: "M16.5 11.8A7 7 0 1 1 8.2 3.5a5.6 5.6 0 0 0 8.3 8.3z",
	},
};

/** Goes round: as the device, light, dark. */
export function themeButton(): HTMLButtonElement {
	const made = button({ class: "plain theme" }, () => {
		const { next } = themes[keptTheme()];
		keepTheme(next);
		show();
	});
	const show = () => {
		const theme = keptTheme();
		document.documentElement.dataset.theme = theme;
		made.replaceChildren(icon(themes[theme].drawing));
		made.title = word(themes[theme].says);
		made.setAttribute("aria-label", made.title);
	};
	show();
	return made;
}
