import type { TerminalCommand } from "./terminal-command.ts";
import { UsageError } from "./terminal-command.ts";

interface BackedUp {
	readonly rows: ReadonlyMap<string, number>;
	readonly bytes: number;
	readonly keyLeftOut: boolean;
}

type BackUp = (
	file: string,
	heard: (far: { readonly rows: number; readonly bytes: number }) => void,
) => Promise<BackedUp>;

/** `tradewire backup FILE`: everything that the store keeps, in one file. */
export function makeBackupCommand(backUp: BackUp): TerminalCommand {
	return {
		name: "backup",
		usage: "backup FILE",
		about: `Writes all that the store keeps to one file, as of one moment, also while Tradewire
runs. The file is written beside its name and takes it once it is whole; it is
gzipped lines of JSON, the same on every kind of store. What is not in it: the
settings, the feeds file, the key that secrets are sealed with (secret.key in the
data directory: keep a copy elsewhere), and the queue, which is rebuilt.`,
		async run([file, ...more], terminal) {
			if (file === undefined || more.length > 0)
				throw new UsageError("name one file: backup FILE");
			const made = await backUp(file, ({ rows, bytes }) =>
				terminal.progress?.(`${rows} rows, ${megabytes(bytes)}`),
			).finally(() => terminal.progress?.(""));
			const rows = made.rows.values().reduce((sum, some) => sum + some, 0);
			terminal.print(
				`${rows} rows of ${made.rows.size} tables written to ${file} (${megabytes(made.bytes)})`,
			);
			if (made.keyLeftOut)
				terminal.print(
					"The key that its secrets are sealed with is not in it: keep a copy of secret.key, from the data directory, elsewhere.",
				);
			return 0;
		},
	};
}

function megabytes(bytes: number): string {
	return `${(bytes / 1e6).toFixed(1)} MB`;
}
