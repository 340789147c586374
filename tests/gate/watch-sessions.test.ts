import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Sessions } from "../../src/gate/sessions.ts";
import { watchSessions } from "../../src/gate/watch-sessions.ts";

const open = new Set(["ana", "bob"]);
const sessions: Sessions = {
	begin: async () => "new",
	isOpen: async (id) => open.has(id),
	end: async (id) => void open.delete(id),
	endAll: async () => open.clear(),
};
const response = () => new ServerResponse(new IncomingMessage(new Socket()));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("what a session reads ends soon after it ended elsewhere, and nothing of another's", async () => {
	const watch = watchSessions(sessions);
	const [ana, anaToo, bob] = [response(), response(), response()];
	watch.follow("ana", ana);
	watch.follow("ana", anaToo);
	watch.follow("bob", bob);
	await vi.advanceTimersByTimeAsync(60_000);
	expect([ana.destroyed, bob.destroyed]).toEqual([false, false]);
	open.delete("ana");
	await vi.advanceTimersByTimeAsync(15_000);
	expect([ana.destroyed, anaToo.destroyed, bob.destroyed]).toEqual([
		...[true, true, false],
	]);
	watch.close();
});

test("what is over is not asked about any more", async () => {
	const asked = vi.spyOn(sessions, "isOpen");
	const watch = watchSessions(sessions);
	const bob = response();
	watch.follow("bob", bob);
	bob.emit("close");
	await vi.advanceTimersByTimeAsync(60_000);
	expect(asked).not.toHaveBeenCalled();
	watch.close();
});
