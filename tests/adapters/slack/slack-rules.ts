/** What Slack refuses in a message, from its public reference of blocks; gives the error code, or null. */
export function messageFault(body: {
	text: string;
	blocks: readonly unknown[];
}): string | null {
	const { text, blocks } = body;
	if (text === "" && blocks.length === 0) return "no_text";
	if (text.length > 40_000) return "msg_too_long";
	if (blocks.length > 50) return "invalid_blocks";
	// JSON.stringify escapes half a surrogate pair, and no strict reader takes it.
	if (hasHalfPair(JSON.stringify(blocks))) return "invalid_blocks_format";
	if (!blocks.every(isBlock)) return "invalid_blocks";
	const ids = collect(blocks, "action_id");
	if (new Set(ids).size < ids.length) return "invalid_blocks";
	const words = collect(blocks, "text").reduce((sum, t) => sum + t.length, 0);
	return words > 12_000 ? "msg_blocks_too_long" : null;
}

type Value = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Value =>
	typeof value === "object" && value !== null && !Array.isArray(value);
const isList = (value: unknown, most: number): value is unknown[] =>
	Array.isArray(value) && value.length > 0 && value.length <= most;
const isText = (value: unknown, most: number): value is string =>
	typeof value === "string" && value.length > 0 && value.length <= most;
const hasOnly = (value: Value, ...names: string[]) =>
	Object.keys(value).every((name) => names.includes(name));

function isBlock(block: unknown): boolean {
	if (!isObject(block)) return false;
	switch (block.type) {
		case "header":
			return hasOnly(block, "type", "text") && isPlain(block.text, 150);
		case "context":
			return (
				isList(block.elements, 10) &&
				block.elements.every((element) => isPlain(element, 2000))
			);
		case "image": {
			const { slack_file: file, alt_text } = block;
			const isFile = isObject(file) && /^F[A-Z0-9]{8,}$/.test(String(file.id));
			return isFile && isText(alt_text, 2000);
		}
		case "actions":
			return isList(block.elements, 25) && block.elements.every(isButton);
		case "rich_text":
			return isList(block.elements, 100) && block.elements.every(isRichPart);
		default:
			return false;
	}
}

function isPlain(value: unknown, most: number): boolean {
	if (!isObject(value) || value.type !== "plain_text") return false;
	return hasOnly(value, "type", "text", "emoji") && isText(value.text, most);
}

function isButton(value: unknown): boolean {
	if (!isObject(value) || value.type !== "button") return false;
	const { action_id, text, value: line } = value;
	return isText(action_id, 255) && isPlain(text, 75) && isText(line, 2000);
}

function isRichPart(part: unknown): boolean {
	if (!isObject(part) || !isList(part.elements, 1000)) return false;
	switch (part.type) {
		case "rich_text_list":
			return part.style === "bullet" && part.elements.every(isRichPart);
		case "rich_text_section":
		case "rich_text_preformatted":
			return part.elements.every(isRichElement);
		default:
			return false;
	}
}

function isRichElement(element: unknown): boolean {
	if (!isObject(element)) return false;
	switch (element.type) {
		case "text":
			return isText(element.text, 3000);
		case "link":
			return isText(element.text, 3000) && isText(element.url, 3000);
		case "date":
			return (
				Number.isInteger(element.timestamp) &&
				/\{\w+\}/.test(String(element.format))
			);
		case "emoji":
		case "user":
		case "usergroup":
		case "channel":
		case "broadcast":
			return true;
		default:
			return false;
	}
}

function hasHalfPair(json: string): boolean {
	return /(?<!\\)(?:\\\\)*\\ud[89a-f][0-9a-f]{2}/.test(json);
}

/** Every text under that name, however deep, in order. */
export function collect(value: unknown, name: string): string[] {
	const found: string[] = [];
	JSON.stringify(value, (key, inner: unknown) => {
		if (key === name && typeof inner === "string") found.push(inner);
		return inner;
	});
	return found;
}

/** Whom a message would notify: mentions in marked-up text, and rich text's own kinds of mention. */
export function pingsOf(body: {
	text: string;
	blocks: readonly unknown[];
}): string[] {
	const inText = body.text.match(/<[!@#][^>]*>/g) ?? [];
	const types = collect(body.blocks, "type");
	const inBlocks = ["user", "usergroup", "channel", "broadcast", "mrkdwn"];
	return [...inText, ...types.filter((type) => inBlocks.includes(type))];
}
