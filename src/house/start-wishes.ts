import { parseArgs } from "node:util";

/** What a process does: everything; the doors people use; or the errands. */
const roles = ["all", "gateway", "worker"] as const;
type Role = (typeof roles)[number];

export interface StartWishes {
	readonly role: Role;
	readonly demo: boolean;
	readonly console: boolean;
	readonly help: boolean;
}

export const startUsage = `npm start -- [--role ${roles.join("|")}] [--console] [--demo]

  --role     what this process does; gateway and worker need DATABASE_URL
  --console  chat in this terminal as well
  --demo     play an invented trade day, without the internet, in a store of its own`;

/** Reads the words after `npm start --`. Throws an Error that says what to type. */
export function readStartWishes(words: readonly string[]): StartWishes {
	const { values } = parseArgs({
		args: [...words],
		options: {
			role: { type: "string", default: "all" },
			demo: { type: "boolean", default: false },
			console: { type: "boolean", default: false },
			help: { type: "boolean", default: false },
		},
	});
	const role = roles.find((known) => known === values.role);
	if (!role) {
		throw new Error(
			`there is no role "${values.role}"; the roles are ${roles.join(", ")}`,
		);
	}
	if (values.demo && role !== "all") {
		throw new Error("--demo plays in one process: leave --role out");
	}
	return { ...values, role };
}
