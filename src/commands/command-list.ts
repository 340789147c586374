import type { Command } from "../chat/command.ts";
import type { CommandTools } from "./command-tools.ts";
import { digestCommand } from "./digest.ts";
import { feedsCommand } from "./feeds.ts";
import { helpCommand } from "./help.ts";
import { newsCommand } from "./news.ts";
import { saidCommand } from "./said.ts";
import { settingsCommand } from "./settings.ts";
import { storyCommand } from "./story.ts";
import { subscribeCommand } from "./subscribe.ts";
import { subscriptionsCommand } from "./subscriptions.ts";
import { topicCommand } from "./topic.ts";
import { topicsCommand } from "./topics.ts";
import { unsubscribeCommand } from "./unsubscribe.ts";
import { whyCommand } from "./why.ts";

/** Everything that a person may ask, in the order in which help tells it. */
export function commandList(tools: CommandTools): readonly Command[] {
	const commands = [
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
		settingsCommand,
	].map((make) => make(tools));
	return [...commands, helpCommand(commands)];
}
