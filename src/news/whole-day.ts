/** Whether an instant stands for a day: what is dated to midnight in Greenwich was dated to a day, as offices date their notices. */
export function isWholeDay(at: Date): boolean {
	return at.getTime() % 86_400_000 === 0;
}
