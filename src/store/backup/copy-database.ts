import { constants } from "node:fs";
import { cp } from "node:fs/promises";
import { embeddedIn } from "../open-embedded-database.ts";

/** Copies the files of a data directory's database into another, where the file system can without doubling them. */
export function copyDatabase(home: string, directory: string): Promise<void> {
	return cp(embeddedIn(home), embeddedIn(directory), {
		recursive: true,
		mode: constants.COPYFILE_FICLONE,
	});
}
