import type { Offer } from "./completion.ts";
import { element } from "./element.ts";
import { word } from "./words.ts";

/** The list under a combobox. */
export interface OfferList {
	readonly root: HTMLElement;
	/** Shows these; none hides the list. */
	readonly offer: (offers: readonly Offer[]) => void;
	/** True when the key was for the list. */
	takesKey(event: KeyboardEvent): boolean;
}

/**
 * Arrows choose, Tab takes the chosen or the first, Enter takes the chosen
 * (with none chosen it is left to the form); Escape is the owner's. After the ARIA
 * Authoring Practices' combobox with list autocomplete: the focus stays in
 * the input and `aria-activedescendant` names the choice.
 */
export function makeOfferList(
	input: HTMLInputElement,
	take: (offer: Offer) => void,
): OfferList {
	const about = { id: "offers", role: "listbox", class: "offers" };
	const list = element("ul", { ...about, "aria-label": word("completions") });
	const count = element("p", { class: "unseen", role: "status" });
	const root = element("div", { class: "offering" }, list, count);
	let offers: readonly Offer[] = [];
	let chosen = -1;

	const choose = (at: number) => {
		chosen = at;
		markChosen(input, list, at);
	};
	const offer = (fresh: readonly Offer[]) => {
		offers = fresh;
		const items = fresh.map((each, at) =>
			offerItem(each, at, () => takeAt(at)),
		);
		list.replaceChildren(...items);
		list.hidden = fresh.length === 0;
		input.setAttribute("aria-expanded", String(fresh.length > 0));
		const total = { count: fresh.length };
		count.textContent = fresh.length ? word("completionCount", total) : "";
		choose(-1);
	};
	const takeAt = (at: number) => {
		const picked = offers[at];
		if (picked) take(picked);
		input.focus();
	};
	const keys: Readonly<Partial<Record<string, () => void>>> = {
		ArrowDown: () => choose((chosen + 1) % offers.length),
		ArrowUp: () => choose((chosen < 1 ? offers.length : chosen) - 1),
		Tab: () => takeAt(Math.max(chosen, 0)),
		Enter: () => takeAt(chosen),
	};
	becomeCombobox(input);
	offer([]);
	return {
		root,
		offer,
		takesKey(event) {
			const act = keys[event.key];
			const leave = event.key === "Enter" && chosen < 0;
			const plain = !event.shiftKey && !event.altKey && !event.ctrlKey;
			if (!act || leave || !plain || offers.length === 0) return false;
			act();
			event.preventDefault();
			return true;
		},
	};
}

function markChosen(
	input: HTMLInputElement,
	list: HTMLElement,
	at: number,
): void {
	[...list.children].forEach((item, index) => {
		item.setAttribute("aria-selected", String(index === at));
	});
	const item = list.children[at];
	item?.scrollIntoView({ block: "nearest" });
	if (item) input.setAttribute("aria-activedescendant", item.id);
	else input.removeAttribute("aria-activedescendant");
}

function offerItem(
	{ label, about }: Offer,
	at: number,
	take: () => void,
): HTMLElement {
	const item = element(
		"li",
		{ role: "option", id: `offer-${at}`, "aria-selected": "false" },
		element("span", { class: "label", dir: "auto" }, label),
		about ? element("span", { class: "about", dir: "auto" }, about) : null,
	);
	// Pressing must not take the focus from the input, or the list would close first.
	item.addEventListener("pointerdown", (event) => event.preventDefault());
	item.addEventListener("click", take);
	return item;
}

function becomeCombobox(input: HTMLInputElement): void {
	input.setAttribute("role", "combobox");
	input.setAttribute("aria-autocomplete", "list");
	input.setAttribute("aria-controls", "offers");
}
