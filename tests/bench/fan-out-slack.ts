import { setTimeout as sleep } from "node:timers/promises";
import { appToken, FakeSlack } from "../adapters/slack/fake-slack.ts";
import { postgresMissing } from "../fakes/postgres-server.ts";
import { redisMissing } from "../fakes/redis-server.ts";
import { until } from "../fakes/until.ts";
import type { Benchmark } from "./benchmark.ts";
import { openFanOut } from "./fan-out-house.ts";

const workspaces = 20;
const channelsOfEach = 50;
/** In the long run; fifty more may go at once (adapters/slack/slack-pace.ts). */
const postsPerSecondOfEach = 4;
const longestMs = 120_000;

/**
 * One story to a thousand Slack channels in twenty workspaces that installed
 * the app. The fake refuses a second post to a channel within a second.
 */
export const fanOutSlack: Benchmark = {
	name: "fan-out-slack",
	async *run(say) {
		const missing = postgresMissing ?? redisMissing;
		if (missing) return say(`left out: ${missing}`);
		await using opened = new AsyncDisposableStack();
		const slack = new FakeSlack();
		await slack.open();
		opened.defer(() => slack.close());
		slack.keepsPace = true;
		const teams = Array.from({ length: workspaces }, (_, at) => `T${at + 1}`);
		const channels = teams.flatMap((team, at) =>
			Array.from({ length: channelsOfEach }, (_, of) => {
				const id = `C${at * channelsOfEach + of + 1}`;
				slack.channels.set(id, []);
				return { platform: "slack", id: `${team}/${id}` };
			}),
		);
		for (const team of teams) slack.tokens.set(tokenOf(team), team);
		const house = await openFanOut(
			{
				channels,
				settings: {
					SLACK_API_URL: slack.apiUrl,
					SLACK_APP_TOKEN: appToken,
					SLACK_CLIENT_ID: "1.2",
					SLACK_CLIENT_SECRET: "secret",
				},
				async prepare({ vault }) {
					for (const team of teams) {
						const installed = JSON.stringify(installation(team));
						await vault.put(`slack/installation/${team}`, installed);
					}
				},
			},
			opened,
		);
		const posted = () =>
			[...slack.channels.values()].filter((said) => said.length > 0).length;
		house.publish();
		await until(() => posted() > 0, longestMs);
		const begun = { at: performance.now(), posted: posted() };
		while (
			posted() < channels.length &&
			performance.now() - begun.at < longestMs
		)
			await sleep(50);
		const seconds = (performance.now() - begun.at) / 1000;
		say(
			`${posted()} of ${channels.length} channels in ${seconds.toFixed(1)} s`,
		);
		yield {
			figure: `posts/s, one story to ${channels.length} Slack channels in ${workspaces} workspaces`,
			value: (posted() - begun.posted) / seconds,
			comparison: {
				of: "allowed in the long run",
				value: workspaces * postsPerSecondOfEach,
			},
		};
		const messages = [...slack.channels.values()].flat().length;
		yield {
			figure: "messages in those channels",
			value: messages,
			comparison: { of: "channels", value: channels.length },
		};
		yield {
			figure: "429s caused by us",
			value: slack.limited,
			comparison: null,
		};
	},
};

function tokenOf(team: string): string {
	return `xoxb-${team}`;
}

function installation(team: string) {
	const bot = { token: tokenOf(team), id: "B1", userId: "U0BOT", scopes: [] };
	return { team: { id: team }, user: { id: "U1" }, bot };
}
