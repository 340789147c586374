import { viewFault } from "./view-rules.ts";

type Form = Readonly<Record<string, string>>;
type Outcome = Readonly<Record<string, unknown>>;

/** A view as Slack keeps it. */
export interface FakeView {
	readonly id: string;
	readonly type: string;
	readonly title?: { readonly text: string };
	readonly callback_id?: string;
	readonly private_metadata: string;
	readonly blocks: readonly unknown[];
}

/** Slack's modals and homes: triggers that open one modal each, and views within their limits. */
export class FakeViews {
	/** Modals by id, as they look now. */
	readonly modals = new Map<string, FakeView>();
	/** Homes by user. */
	readonly homes = new Map<string, FakeView>();
	/** Channels that someone is in. */
	readonly memberships = new Map<string, readonly string[]>();
	private readonly triggers = new Set<string>();
	private count = 0;

	/** What comes with a command or a press, and opens one modal. */
	trigger(): string {
		const id = `trigger.${++this.count}`;
		this.triggers.add(id);
		return id;
	}

	/** The modal that was opened last. */
	get shown(): FakeView {
		const [last] = [...this.modals.values()].toReversed();
		if (!last) throw new Error("no modal is open");
		return last;
	}

	call(method: string, form: Form): Outcome {
		if (method === "users.conversations") return this.channelsOf(form);
		const view = JSON.parse(form.view ?? "{}");
		const wrong = viewFault(view);
		if (wrong) return refuse("invalid_arguments", wrong);
		switch (method) {
			case "views.open":
				if (!this.triggers.delete(form.trigger_id ?? "")) {
					return refuse("expired_trigger_id");
				}
				return this.keep(`V${++this.count}`, view);
			case "views.update":
				if (!this.modals.has(form.view_id ?? "")) return refuse("not_found");
				return this.keep(form.view_id ?? "", view);
			case "views.publish":
				this.homes.set(form.user_id ?? "", { id: `V${++this.count}`, ...view });
				return { ok: true, view };
			default:
				return refuse("unknown_method");
		}
	}

	/** What an app answers to a form that was sent in. */
	answer(id: string, told: unknown): void {
		if (!told) return void this.modals.delete(id);
		const { response_action, view } = told as Readonly<
			Record<string, FakeView>
		>;
		const wrong = viewFault(view);
		if (String(response_action) !== "update" || wrong) {
			throw new Error(`Slack shows an error: ${wrong ?? response_action}`);
		}
		if (view) this.keep(id, view);
	}

	private keep(id: string, view: FakeView): Outcome {
		this.modals.set(id, { ...view, id });
		return { ok: true, view: { ...view, id } };
	}

	/** One channel a page. */
	private channelsOf({ user = "", cursor = "0" }: Form): Outcome {
		const ids = this.memberships.get(user) ?? [];
		const at = Number(cursor);
		const more = at + 1 < ids.length;
		return {
			ok: true,
			channels: ids.slice(at, at + 1).map((id) => ({ id })),
			response_metadata: { next_cursor: more ? String(at + 1) : "" },
		};
	}
}

function refuse(error: string, message = ""): Outcome {
	const response_metadata = { messages: [message] };
	return { ok: false, error, response_metadata };
}
