import type { ScheduleMemory } from "../tariffs/tariff-line.ts";

/** What keeps imported schedules, opened for one terminal command. */
export interface OpenSchedules {
	readonly schedules: Pick<ScheduleMemory, "keepRevision" | "keepLists">;
	close(): Promise<void>;
}
