import { answerCard } from "../cards/answer-card.ts";
import { type Card, textBlock } from "../chat/card.ts";
import type { Request } from "../chat/command.ts";
import { formatCommandLine } from "../chat/format-command-line.ts";
import { Mistake } from "../chat/mistake.ts";
import type { FloodAnswer } from "../deliveries/flood.ts";
import type { CommandTools } from "./command-tools.ts";
import { feedMeant } from "./feed-meant.ts";

/** `/feeds tell` and `/feeds drop`: whether what a feed brought all at once is news here, or everywhere. */
export async function answerFlood(
	request: Request,
	tools: CommandTools,
	answer: FloodAnswer,
): Promise<Card> {
	const { channel, say, now } = request;
	const { id, title } = await feedMeant(request, tools);
	const where = tools.isDesk(channel) ? null : channel;
	const count = await tools.floods.answer(where, id, answer, now);
	if (count === 0) {
		const nearest = ["/feeds health"];
		throw new Mistake("commands.floodNone", { title }, { nearest });
	}
	if (answer === "tell") {
		const told = say("commands.floodTold", { title, count });
		return answerCard(told, { tone: "done" });
	}
	const line = formatCommandLine("feeds", "tell", { feed: id });
	return answerCard(say("commands.floodDropped", { title, count }), {
		tone: "done",
		blocks: [textBlock(say("commands.floodDroppedText"))],
		actions: [{ label: say("commands.undoLabel"), line }],
	});
}
