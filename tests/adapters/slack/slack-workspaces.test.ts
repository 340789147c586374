import { afterEach, beforeEach, expect, test } from "vitest";
import { type Card, textBlock } from "../../../src/chat/card.ts";
import { paceAlone } from "../../../src/chat/pace.ts";
import { makeHttpServer } from "../../../src/desk/http-server.ts";
import { makeLog } from "../../../src/log.ts";
import { inMemoryVault } from "../../fakes/in-memory-vault.ts";
import { channelOf, makeSlackHouse, openSlack, soon } from "./slack-house.ts";

const install = { clientId: "1.2", clientSecret: "shhh", stateSecret: null };
const since = new Date(Date.now() - 60_000);
const svg =
	'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
const withPicture: Card = {
	...saying("Steel"),
	blocks: [textBlock("Since June"), { kind: "picture", svg, alt: "It rises" }],
};
let house: Awaited<ReturnType<typeof makeSlackHouse>>;
const vault = inMemoryVault();

beforeEach(async () => {
	house = await makeSlackHouse({ install }, { vault });
});

afterEach(async () => {
	await house.platform.stop();
	await house.slack.close();
});

test("posts with the token of the channel's own workspace", async () => {
	house.slack.tokens.set("xoxb-two", "T2");
	await vault.put("slack/installation/T2", installation("xoxb-two"));
	const there = { platform: "slack", id: "T2/C2" };
	const message = await house.platform.post(there, saying("Steel"), "k1");
	expect(house.slack.channels.get("C2")).toMatchObject([{ ts: message.id }]);
	const nowhere = { platform: "slack", id: "T3/C1" };
	await expect(
		house.platform.post(nowhere, saying("Steel"), "k1"),
	).rejects.toMatchObject({ kind: "gone" });
	expect(await house.platform.keeperOf(there)).toEqual({
		platform: "slack",
		id: "T2/DU7",
	});
});

test("installs by OAuth, only for the browser that began it, until Slack says it is removed", async () => {
	const { slack } = house;
	const log = makeLog("error", () => {});
	const server = makeHttpServer({ host: "127.0.0.1", port: 0, log });
	const tools = { http: server.http, vault: inMemoryVault() };
	const settings = { botToken: null, install };
	const { platform } = openSlack(slack, settings, tools);
	await platform.start([], async () => {
		throw new Error("nobody asks");
	});
	const address = await server.open();
	const page = await fetch(`${address}/slack/install`);
	const cookie = page.headers.get("set-cookie")?.split(";")[0] ?? "";
	const state = cookie.slice(cookie.indexOf("=") + 1);
	expect(await page.text()).toContain("/oauth/v2/authorize?");
	const redirect = `${address}/slack/oauth_redirect?code=T2&state=${state}`;
	expect((await fetch(redirect)).status).toBe(400);
	expect(await tools.vault.names("")).toEqual([]);
	const installed = await fetch(redirect, { headers: { cookie } });
	expect(await installed.text()).toContain("&lt;Two&gt;");
	const there = { platform: "slack", id: "T2/C1" };
	await platform.post(there, saying("Steel"), "k1");
	expect(slack.channels.get("C1")).toHaveLength(1);
	slack.tokens.clear();
	const event = { type: "app_uninstalled" };
	const about = { type: "event_callback", team_id: "T2", api_app_id: "A1" };
	slack.send("events_api", { ...about, event });
	await soon(async () => {
		expect(await tools.vault.names("")).toEqual([]);
	});
	await expect(
		platform.post(there, saying("Steel"), "k2"),
	).rejects.toMatchObject({ kind: "gone" });
	await platform.stop();
	await server.close();
});

test("shows a picture in its one message, which keeps its mark when edited", async () => {
	house.slack.filesWait = 1;
	const channel = channelOf("C1");
	const message = await house.platform.post(channel, withPicture, "k1");
	const [said, ...more] = house.slack.channels.get("C1") ?? [];
	expect(more).toEqual([]);
	expect(said?.blocks).toContainEqual(
		expect.objectContaining({ type: "image", alt_text: "It rises" }),
	);
	await house.platform.update(message, withPicture);
	expect(house.slack.files.size).toBe(1);
	const elsewhere = openSlack(house.slack).platform;
	expect(await elsewhere.find(channel, "k1", since)).toEqual(message);
});

test("tells a picture in words when Slack takes no file", async () => {
	const error = "file_uploads_disabled";
	house.slack.script("files.getUploadURLExternal", { kind: "refused", error });
	await house.platform.post(channelOf("C1"), withPicture, "k1");
	const said = JSON.stringify(house.slack.channels.get("C1"));
	expect(said).toContain("[It rises]");
});

test("names each scope that is missing, and where to click", async () => {
	house.slack.scopes = ["commands", "chat:write"];
	const findings = await house.platform.examine();
	expect(findings).toContainEqual(
		expect.objectContaining({
			state: "ill",
			mend: expect.stringContaining("files:write"),
		}),
	);
	house.slack.isDown = true;
	expect(await house.platform.examine()).toMatchObject([{ state: "off" }]);
});

test("two processes over one pace post once a second in a channel", async () => {
	house.slack.keepsPace = true;
	const pace = paceAlone();
	const [one, two] = [1, 2].map(
		() => openSlack(house.slack, {}, { pace }).platform,
	);
	await Promise.all([
		one?.post(channelOf("C1"), saying("One"), "k1"),
		two?.post(channelOf("C1"), saying("Two"), "k2"),
	]);
	expect(house.slack.limited).toBe(0);
	expect(house.slack.channels.get("C1")).toHaveLength(2);
});

function installation(token: string): string {
	const bot = { token, id: "B2", userId: "U2", scopes: ["chat:write"] };
	return JSON.stringify({ team: { id: "T2" }, user: { id: "U7" }, bot });
}

function saying(title: string): Card {
	const tone = "news";
	return { title, url: null, tone, blocks: [], actions: [], footer: null };
}
