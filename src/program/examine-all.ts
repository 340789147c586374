import { openPlatforms } from "../../adapters/index.ts";
import { channelKey } from "../chat/channel.ts";
import type { ChatPlatform } from "../chat/chat-platform.ts";
import type { Finding } from "../chat/finding.ts";
import {
	type Config,
	ConfigError,
	configFromProcess,
	secretsIn,
} from "../config.ts";
import { hidingSecrets } from "../hiding-secrets.ts";
import { examine } from "../house/examine.ts";
import { openStoreHere } from "../house/open-store-here.ts";
import { makeLog } from "../log.ts";
import { sayIn } from "../phrases/say.ts";
import { drawPng } from "../pictures/draw-png.ts";
import type { Store } from "../store/open-store.ts";
import { examineDoors } from "./examine-doors.ts";
import { isKeyApart } from "./is-key-apart.ts";
import { platformSettings } from "./platform-settings.ts";
import { withoutStore } from "./without-store.ts";

const silent = makeLog("error", () => {});
/** Each asks its platform something or other. */
const mostChannels = 50;

/** Looks at the house, then at each platform and at our rights in the channels that follow something. No secret is told. */
export async function* examineAll(): AsyncGenerator<Finding> {
	const config = readConfigQuietly();
	const hide = hidingSecrets(config === null ? [] : secretsIn(config));
	for await (const { mend, ...finding } of findings(config)) {
		const says = hide(finding.says);
		yield { ...finding, says, mend: mend === null ? null : hide(mend) };
	}
}

async function* findings(config: Config | null): AsyncGenerator<Finding> {
	yield* examine();
	if (config === null) return;
	yield* examineDoors(config);
	const say = sayIn("en");
	if (isKeyApart(config, "slack"))
		yield off("secret key", say("platforms.keyApart"));
	if (isKeyApart(config, "hubs"))
		yield off("secret key", say("platforms.hubKeyApart"));
	const store = await openStoreHere(config, silent).catch(() => null);
	const settings = platformSettings(config, false);
	const { platforms, notConnected } = await openPlatforms(settings, {
		...(store ?? withoutStore),
		http: null,
		terminal: { input: process.stdin, output: process.stdout },
		drawPng,
		say,
		log: silent,
	});
	try {
		for (const line of notConnected) yield off("platform", line);
		for (const platform of platforms) yield* await platform.examine();
		if (store) yield* examineChannels(platforms, store);
		else yield off("channels", "not looked at: the store is not open here");
	} finally {
		for (const platform of platforms) await platform.stop();
		await store?.close();
	}
}

/** A wrong setting is told of already. */
function readConfigQuietly() {
	try {
		return configFromProcess();
	} catch (error) {
		if (error instanceof ConfigError) return null;
		throw error;
	}
}

async function* examineChannels(
	platforms: readonly ChatPlatform[],
	store: Store,
): AsyncGenerator<Finding> {
	const byName = new Map(platforms.map((one) => [one.name, one]));
	const all = await store.channels.all();
	for (const { channel, settings } of all.slice(0, mostChannels)) {
		const what = `channel ${channelKey(channel)}`;
		const platform = byName.get(channel.platform);
		if (!platform) {
			yield off(what, `${channel.platform} is not connected`);
			continue;
		}
		for (const finding of await platform.examine(channel))
			yield { ...finding, what };
		if (settings.suspended) {
			const says = `suspended since ${settings.suspended.since.toISOString()}: ${settings.suspended.reason}`;
			const mend = "it resumes by itself once that is mended";
			yield { what, state: "ill", says, mend };
		}
	}
	if (all.length > mostChannels) {
		const left = all.length - mostChannels;
		yield off("channels", `${left} more were not looked at`);
	}
}

function off(what: string, says: string): Finding {
	return { what, state: "off", says, mend: null };
}
