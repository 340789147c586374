import type { Request } from "../chat/command.ts";
import { Mistake } from "../chat/mistake.ts";

/** Throws Mistake unless the asker may manage the channel: for the changes within a command open to all. */
export function requireManager({ asker }: Request): void {
	if (!asker.mayManage) throw new Mistake("chat.notManager");
}
