import {
	type APIActionRowComponent,
	type APIButtonComponentWithCustomId,
	ButtonStyle,
	ComponentType,
} from "discord.js";
import type { Action } from "../../src/chat/card.ts";
import { inertLine } from "../../src/chat/inert-text.ts";
import { isBlank } from "./markdown.ts";

export type ButtonRow = APIActionRowComponent<APIButtonComponentWithCustomId>;

/** Discord's limits. */
const mostRows = 5;
const mostInRow = 5;
const longestLabel = 80;
const longestId = 100;

export interface ActionButtons {
	readonly rows: readonly ButtonRow[];
	/** Those that no button can hold: shown as lines to type. */
	readonly left: readonly Action[];
	/** Whether the mark stands in a button. */
	readonly marked: boolean;
}

/**
 * Actions as buttons. A button's id is its command line itself, so that it
 * works after any restart and in any process; a line too long for an id, like
 * one past the last button, is for typing. The first button's id also carries
 * the mark, when there is room.
 */
export function actionButtons(
	actions: readonly Action[],
	mark: string,
): ActionButtons {
	const fitting = actions.filter(fitsButton).slice(0, mostRows * mostInRow);
	const [first] = fitting;
	const marked =
		mark !== "" &&
		first !== undefined &&
		buttonId(0, mark, first.line).length <= longestId;
	const buttons = fitting.map(({ label, line }, at) =>
		button(label, buttonId(at, marked && at === 0 ? mark : "", line)),
	);
	return {
		rows: inRows(buttons),
		left: actions.filter((action) => !fitting.includes(action)),
		marked,
	};
}

/** The command line of a button's id; null when the id is none of ours. */
export function lineOfButton(id: string): string | null {
	return idParts.exec(id)?.groups?.line ?? null;
}

/** The mark in a button's id; empty when it carries none. */
export function markOfButton(id: string): string {
	return idParts.exec(id)?.groups?.mark ?? "";
}

const idParts = /^\d+\|(?<mark>[^|]*)\|(?<line>.+)$/s;

/** The number keeps ids apart where two buttons say the same line. */
function buttonId(at: number, mark: string, line: string): string {
	return `${at}|${mark}|${line.toWellFormed()}`;
}

function fitsButton({ label, line }: Action): boolean {
	const name = inertLine(label);
	const id = buttonId(mostRows * mostInRow, "", line);
	return (
		!isBlank(name) && name.length <= longestLabel && id.length <= longestId
	);
}

function button(label: string, id: string): APIButtonComponentWithCustomId {
	return {
		type: ComponentType.Button,
		style: ButtonStyle.Secondary,
		label: inertLine(label),
		custom_id: id,
	};
}

function inRows(
	buttons: readonly APIButtonComponentWithCustomId[],
): ButtonRow[] {
	const count = Math.ceil(buttons.length / mostInRow);
	return Array.from({ length: count }, (_, row) => ({
		type: ComponentType.ActionRow,
		components: buttons.slice(row * mostInRow, (row + 1) * mostInRow),
	}));
}
