import { parseArgs } from "node:util";
import { shareBar } from "./share-bar.ts";
import { type TerminalCommand, UsageError } from "./terminal-command.ts";

interface Restored {
	readonly header: { readonly version: string; readonly made: Date };
	readonly rows: ReadonlyMap<string, number> | null;
	readonly where: string;
	readonly keyWanted: string | null;
}

type Restore = (wanted: {
	readonly file: string;
	readonly onlyCheck: boolean;
	readonly heard: (doing: "checked" | "restored", share: number) => void;
}) => Promise<Restored>;

/** `tradewire restore FILE`: a backup, into an empty store. */
export function makeRestoreCommand(restore: Restore): TerminalCommand {
	return {
		name: "restore",
		usage: "restore FILE [--check]",
		about: `Restores a backup into the store that the settings name, embedded or Postgres,
which must be empty: nothing is overwritten. The file is first read to its end and
checked by its hash; --check does no more than that. A backup of an older version
is brought up to this one. It is restored whole or not at all. For a day
afterwards each post is looked for on its platform before it is made, for it may
have been made after the backup.`,
		async run(words, terminal) {
			const { file, onlyCheck } = readWords(words);
			const heard = (doing: string, share: number) =>
				terminal.progress?.(shareBar(share, doing));
			const { header, rows, where, keyWanted } = await restore({
				...{ file, onlyCheck, heard },
			}).finally(() => terminal.progress?.(""));
			const what = `the backup of ${header.made.toISOString()} (Tradewire ${header.version})`;
			if (rows === null) {
				terminal.print(`${file}: ${what} is whole`);
				return 0;
			}
			const count = rows.values().reduce((sum, some) => sum + some, 0);
			terminal.print(`${count} rows of ${what} restored into ${where}`);
			if (keyWanted !== null)
				terminal.print(
					`Its secrets (Slack installations, WebSub leases) were sealed with a key that is not in a backup. Before you start, copy the secret.key of that time to ${keyWanted} or set TRADEWIRE_SECRET_KEY; without it, install in Slack again.`,
				);
			return 0;
		},
	};
}

function readWords(words: readonly string[]) {
	const { values, positionals } = parsed(words);
	const [file, ...more] = positionals;
	if (file === undefined || more.length > 0)
		throw new UsageError("name one file: restore FILE");
	return { file, onlyCheck: values.check };
}

function parsed(words: readonly string[]) {
	try {
		return parseArgs({
			args: [...words],
			allowPositionals: true,
			options: { check: { type: "boolean", default: false } },
		});
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : "");
	}
}
