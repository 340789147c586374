import {
	describeChatPlatform,
	type Heard,
	type PlatformWorld,
} from "../../contracts/chat-platform.ts";
import { makeWebHouse, readStream } from "./web-house.ts";

describeChatPlatform("the web chat", webWorld);

/** What people see is what a fresh page draws: all that the stream tells from the beginning, newest form of each. */
async function webWorld(): Promise<PlatformWorld> {
	const { server, platform, transcript, breakDown } = makeWebHouse();
	let address: string | undefined;
	const open = async () => {
		address ??= await server.open();
		return address;
	};
	return {
		platform,
		channels: [
			{ platform: "web", id: "general" },
			{ platform: "web", id: "élections" },
		],
		async heard({ id }) {
			const said = await transcript.latest(id, 1000);
			const wish = `channel=${encodeURIComponent(id)}&after=0`;
			const stream = `${await open()}/api/chat/stream?${wish}`;
			const enough = said.length;
			const told = enough ? await readStream(stream, { enough }) : [];
			const messages = new Map<string, Heard>();
			for (const { data } of told) {
				const { key, replyTo, card } = data;
				messages.set(key, { id: key, text: textOf(card), replyTo, pinged: [] });
			}
			return [...messages.values()];
		},
		async ask({ id }, line) {
			const answer = await fetch(`${await open()}/api/chat`, {
				method: "POST",
				headers: { "content-type": "application/json" },
				body: JSON.stringify({ channel: id, user: "tester", text: line }),
			});
			return textOf(await answer.json());
		},
		breakDown,
		leftOut: /^nothing is ever left out$/,
		close: () => server.close(),
	};
}

/** Every text of the card as it reaches the page; what the page draws of it is seen in the browser test. */
function textOf(card: unknown): string {
	const texts: string[] = [];
	JSON.stringify(card, (_name, value: unknown) => {
		if (typeof value === "string") texts.push(value);
		return value;
	});
	return texts.join("\n");
}
