import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import {
	Client,
	DiscordjsError,
	DiscordjsErrorCodes,
	Events,
	GatewayIntentBits,
	Options,
} from "discord.js";
import type { Connection } from "../../src/chat/chat-platform.ts";
import type { Log } from "../../src/log.ts";
import { type Answering, answerInteraction } from "./answer-interaction.ts";
import type { DiscordRest, DiscordSettings } from "./discord-rest.ts";
import type { Speakers } from "./localised.ts";
import { registerCommands, slashCommands } from "./slash-commands.ts";

/** `connecting`: not yet, and tried again until it is. */
type Try = Connection | "refused";

/** The way in: commands that are typed, completed and pressed. */
export interface Gateway {
	/** How the first try ended, or has not yet; never rejects. */
	readonly tried: Promise<Try>;
	/** Sends the answers under way and disconnects, within two seconds or so. */
	close(): Promise<void>;
}

interface GatewayTools extends Answering {
	readonly settings: DiscordSettings;
	readonly rest: DiscordRest;
	readonly speakers: Speakers;
	/** Told the server of each channel that is deleted. */
	readonly homes: Map<string, string>;
}

/** A slow Discord must not hold up whoever starts us with other platforms. */
const longestTryMs = 10_000;
const shortestPauseMs = 5_000;
const longestPauseMs = 5 * 60_000;
const farewellMs = 1_000;
/** Interactions wait until the servers are listed: some may be down. */
const serversListedMs = 1_000;
const rememberedUsers = 200;

/** Connects, and goes on trying while Discord is away. Reconnecting later is discord.js's own. */
export function openGateway(tools: GatewayTools): Gateway {
	const { settings, log } = tools;
	const closing = new AbortController();
	const { signal } = closing;
	const underWay = new Set<Promise<void>>();
	let client = makeClient(tools, underWay);

	const connect = async (): Promise<Try> => {
		try {
			await client.login(settings.token);
			if (!client.isReady()) await once(client, Events.ClientReady, { signal });
			log.info("discord connected", { shards: client.ws.shards.size });
			await register(client, tools);
			return "connected";
		} catch (error) {
			if (signal.aborted || isHopeless(error)) return "refused";
			log.warn("discord not reached, trying on", { error });
			return "connecting";
		}
	};
	const connectLater = async () => {
		let pauseMs = shortestPauseMs;
		do {
			await sleep(pauseMs, null, { signal, ref: false });
			await client.destroy();
			client = makeClient(tools, underWay);
			pauseMs = Math.min(2 * pauseMs, longestPauseMs);
		} while ((await connect()) === "connecting");
	};
	const first = connect().then((outcome) => {
		// Ends by an AbortError when the gateway is closed meanwhile.
		if (outcome === "connecting") connectLater().catch(() => {});
		return outcome;
	});

	return {
		tried: Promise.race([
			first,
			sleep(longestTryMs, "connecting" as const, { ref: false }),
		]),
		async close() {
			closing.abort();
			await within(farewellMs, Promise.allSettled(underWay));
			await within(farewellMs, client.destroy());
		},
	};
}

function makeClient(tools: GatewayTools, underWay: Set<Promise<void>>): Client {
	const { rest, log } = tools;
	const client = new Client({
		intents: [GatewayIntentBits.Guilds],
		// As many as Discord recommends: more than one from 2,500 servers on.
		shards: "auto",
		waitGuildTimeout: serversListedMs,
		makeCache: Options.cacheWithLimits({
			...Options.DefaultMakeCacheSettings,
			MessageManager: 0,
			UserManager: rememberedUsers,
			GuildMemberManager: rememberedUsers,
		}),
		// An interaction may be answered once only, so repeating an answer is safe.
		rest: { ...rest.options, retries: 2 },
		allowedMentions: { parse: [], repliedUser: false },
	});
	holdFaults(client, log);
	client.on(Events.InteractionCreate, (interaction) => {
		const answered = answerInteraction(interaction, tools)
			.catch((error) => log.warn("discord interaction not answered", { error }))
			.finally(() => underWay.delete(answered));
		underWay.add(answered);
	});
	client.on(Events.ChannelDelete, (channel) => {
		if (!channel.isDMBased()) tools.homes.set(channel.id, channel.guildId);
	});
	client.on(Events.Error, (error) =>
		log.error("discord client failed", { error }),
	);
	client.on(Events.ShardError, (error, shard) => {
		log.warn("discord gateway failed", { shard, error });
	});
	client.on(Events.ShardDisconnect, ({ code }, shard) => {
		log.error("discord gateway closed for good", { shard, code });
	});
	return client;
}

/**
 * discord.js reads events in a promise that nobody awaits: one of a shape that
 * it does not know yet would end the process.
 */
function holdFaults({ ws }: Client, log: Log): void {
	// biome-ignore-start lint/complexity/useLiteralKeys: it is private, and the one place to stand between
	const handle = ws["handlePacket"].bind(ws);
	ws["handlePacket"] = (packet, shard) => {
		try {
			return handle(packet, shard);
		} catch (error) {
			log.error("discord event not read", { error });
			return false;
		}
	};
	// biome-ignore-end lint/complexity/useLiteralKeys: as above
}

/** The bot works without new definitions, with those that Discord has. */
async function register(client: Client, tools: GatewayTools): Promise<void> {
	const { settings, commands, rest, log } = tools;
	const id = settings.applicationId ?? client.application?.id;
	if (!id) return;
	try {
		const list = slashCommands(commands, tools);
		const changed = await registerCommands(list, id, rest);
		if (changed)
			log.info("discord commands registered", { count: list.length });
	} catch (error) {
		log.error("discord commands not registered", { error });
	}
}

function isHopeless(error: unknown): boolean {
	return (
		error instanceof DiscordjsError &&
		error.code === DiscordjsErrorCodes.TokenInvalid
	);
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
	const timer = new AbortController();
	const late = sleep(ms, null, { signal: timer.signal }).catch(() => {});
	await Promise.race([work.catch(() => {}), late]);
	timer.abort();
}
