import type { Command } from "../chat/command.ts";
import { calendarCommand } from "./calendar.ts";
import type { CommandTools } from "./command-tools.ts";
import { digestCommand } from "./digest.ts";
import { feedsCommand } from "./feeds.ts";
import { helpCommand } from "./help.ts";
import { newsCommand } from "./news.ts";
import { proposalsCommand } from "./proposals.ts";
import { saidCommand } from "./said.ts";
import { settingsCommand } from "./settings.ts";
import { storyCommand } from "./story.ts";
import { subscribeCommand } from "./subscribe.ts";
import { subscriptionsCommand } from "./subscriptions.ts";
import { tariffCommand } from "./tariff.ts";
import { topicCommand } from "./topic.ts";
import { topicsCommand } from "./topics.ts";
import { unsubscribeCommand } from "./unsubscribe.ts";
import { whyCommand } from "./why.ts";
import { withExamples } from "./with-examples.ts";

/** Everything that a person may ask, in the order in which help tells it: what people come for first. */
export function commandList(tools: CommandTools): readonly Command[] {
	const others = [
		subscribeCommand,
		unsubscribeCommand,
		subscriptionsCommand,
		topicsCommand,
		topicCommand,
		digestCommand,
		newsCommand,
		storyCommand,
		saidCommand,
		whyCommand,
		feedsCommand,
		proposalsCommand,
		settingsCommand,
	].map((make) => withExamples(make(tools)));
	const tariffs = [tariffCommand(tools), calendarCommand(tools)];
	const commands = [...tariffs, ...others];
	return [...commands, helpCommand(commands)];
}
