import {
	describeChatPlatform,
	type PlatformWorld,
} from "../../contracts/chat-platform.ts";
import {
	channelOf,
	makeSlackHouse,
	readBlocks,
	slashCommand,
	soon,
} from "./slack-house.ts";
import { pingsOf } from "./slack-rules.ts";

describeChatPlatform("Slack", slackWorld);

async function slackWorld(): Promise<PlatformWorld> {
	const { slack, platform } = await makeSlackHouse();
	return {
		platform,
		channels: [channelOf("C1"), channelOf("C2")],
		async heard({ id }) {
			const messages = slack.channels.get(id.split("/")[1] ?? "") ?? [];
			return messages.map((message) => ({
				id: message.ts,
				text: readBlocks(message.blocks),
				replyTo: message.thread_ts ?? null,
				pinged: pingsOf(message),
			}));
		},
		async ask({ id }, line) {
			const [command = "", ...words] = line.split(" ");
			const text = words.join(" ");
			const channel = id.split("/")[1] ?? "";
			const before = slack.responses.length;
			const payload = slashCommand(slack, { command, text, channel });
			slack.send("slash_commands", payload);
			await soon(() => {
				if (slack.responses.length === before) throw new Error("no answer yet");
			});
			const blocks = slack.responses.at(-1)?.blocks;
			return readBlocks(Array.isArray(blocks) ? blocks : []);
		},
		breakDown() {
			slack.isDown = true;
			return () => {
				slack.isDown = false;
			};
		},
		leftOut: /… and \d+ more/,
		close: () => slack.close(),
	};
}
