const length = 30;

/** How much is done, drawn: `[######------]  50% read`; `share` is from 0 to 1. */
export function shareBar(share: number, doing: string): string {
	const done = Math.round(share * length);
	const percent = String(Math.floor(share * 100)).padStart(3);
	return `[${"#".repeat(done)}${"-".repeat(length - done)}] ${percent}% ${doing}`;
}
