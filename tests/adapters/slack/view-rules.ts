import { messageFault } from "./slack-rules.ts";

type Value = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Value =>
	typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown, most: number) =>
	typeof value === "string" && value.length > 0 && value.length <= most;
const isPlain = (value: unknown, most: number) =>
	isObject(value) && value.type === "plain_text" && isText(value.text, most);

/** What Slack refuses in a modal or a home, from its public reference; null for nothing. */
export function viewFault(view: unknown): string | null {
	if (!isObject(view)) return "no view";
	const { type, blocks, private_metadata } = view;
	if (!Array.isArray(blocks)) return "no blocks";
	if (blocks.length > 100) return "more than 100 blocks";
	if (typeof private_metadata !== "string") return "no private_metadata";
	if (private_metadata.length > 3000) return "too much private_metadata";
	if (type === "modal") {
		if (!isPlain(view.title, 24)) return "wrong title";
		if (!isPlain(view.close, 24)) return "wrong close";
		const hasInputs = blocks.some((block) => block.type === "input");
		if (hasInputs && !isPlain(view.submit, 24)) return "wrong submit";
	} else if (type !== "home") return "wrong type";
	const ids = blocks.flatMap(({ block_id }) => (block_id ? [block_id] : []));
	if (new Set(ids).size < ids.length) return "block_id twice";
	const wrong = blocks.find((block) => !isViewBlock(block));
	return wrong ? `wrong block ${JSON.stringify(wrong).slice(0, 200)}` : null;
}

function isViewBlock(block: unknown): boolean {
	if (!isObject(block)) return false;
	if (block.type === "input") return isInput(block);
	const elements = Array.isArray(block.elements) ? block.elements : [];
	const lists = elements.filter(({ type }) => type === "conversations_select");
	if (lists.length === 0) {
		// Buttons without a value, such as the home's own, are no fault of a view.
		const valued = elements.map((element) =>
			element.type === "button" ? { value: "-", ...element } : element,
		);
		const whole = block.elements ? { ...block, elements: valued } : block;
		const { block_id: _, ...rest } = whole as Value;
		return messageFault({ text: "-", blocks: [rest] }) === null;
	}
	return lists.every(
		({ action_id, placeholder }) =>
			isText(action_id, 255) && isPlain(placeholder, 150),
	);
}

function isInput({ block_id, label, hint, element }: Value): boolean {
	if (!isText(block_id, 255) || !isPlain(label, 2000)) return false;
	if (hint !== undefined && !isPlain(hint, 2000)) return false;
	if (!isObject(element) || !isText(element.action_id, 255)) return false;
	switch (element.type) {
		case "timepicker":
			return /^\d\d:\d\d$/.test(String(element.initial_time ?? "00:00"));
		case "external_select":
			return element.initial_option === undefined
				? true
				: isChoice(element.initial_option);
		case "plain_text_input":
			return (
				Number(element.max_length) <= 3000 &&
				String(element.initial_value ?? "").length <= 3000
			);
		default:
			return false;
	}
}

/** One of the choices that a list offers. */
export function isChoice(option: unknown): boolean {
	if (!isObject(option)) return false;
	return isPlain(option.text, 75) && isText(option.value, 150);
}
