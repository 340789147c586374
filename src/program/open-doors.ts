import { openPlatforms } from "../../adapters/index.ts";
import type { ChatPlatform } from "../chat/chat-platform.ts";
import type { Config } from "../config.ts";
import { copyRoute } from "../desk/copy-route.ts";
import { deskRoutes } from "../desk/desk-routes.ts";
import type { DeskTools } from "../desk/desk-tools.ts";
import { makeHttpServer } from "../desk/http-server.ts";
import { importRoute } from "../desk/import-route.ts";
import { webSubRoutes } from "../desk/websub-routes.ts";
import { openGate } from "../gate/gate.ts";
import { gateSettings } from "../gate/gate-settings.ts";
import { deskChannel } from "../house/book-keeping.ts";
import { takeHanded } from "../house/handed-over.ts";
import type { House } from "../house/open-house.ts";
import { newHousePass } from "../house/running-address.ts";
import type { StartWishes } from "../house/start-wishes.ts";
import { copyAsAsked } from "../house/store-copy.ts";
import { version } from "../house/version.ts";
import type { Log } from "../log.ts";
import { pageRoutes } from "../pages/page-routes.ts";
import { type Say, sayIn } from "../phrases/say.ts";
import { drawPng } from "../pictures/draw-png.ts";
import type { HouseQueue } from "../queue/open-queue.ts";
import type { Store } from "../store/open-store.ts";
import { isKeyApart } from "./is-key-apart.ts";
import { platformSettings } from "./platform-settings.ts";

interface Rooms {
	readonly config: Config;
	readonly wishes: Pick<StartWishes, "role" | "console">;
	readonly store: Store;
	readonly queue: HouseQueue;
	readonly house: House;
	readonly log: Log;
}

/** Where people and machines come in. */
export interface Doors {
	readonly address: string;
	/** Opens them to this data directory's own commands. */
	readonly housePass: string;
	readonly platforms: readonly ChatPlatform[];
	readonly connections: readonly string[];
}

/**
 * Opens the platforms and the HTTP server. A worker's platforms only post: it
 * answers nobody, and its server shows nothing but its health.
 */
export async function openDoors(
	rooms: Rooms,
	opened: AsyncDisposableStack,
): Promise<Doors> {
	const { config, wishes, store, house, log } = rooms;
	const say = sayIn("en");
	const housePass = newHousePass();
	const server = openServer(config, log);
	opened.defer(() => server.close());
	const gate = openGate(server.http, {
		settings: gateSettings(config, housePass),
		vault: store.vault,
		...{ say, log, now: Date.now },
	});
	opened.defer(() => gate.close());
	deskRoutes(server.http, deskTools(rooms));
	// On a served store the terminal brings its imports in itself.
	if (config.DATABASE_URL === null)
		importRoute(server.http, (name) =>
			takeHanded(config, name, store.schedules),
		);
	const { copyInto } = store;
	if (copyInto)
		copyRoute(server.http, (name) => copyAsAsked(config, name, copyInto));
	const isDoor = wishes.role !== "worker";
	if (isDoor) {
		const now = () => config.TRADEWIRE_NOW ?? new Date();
		pageRoutes(server.http, { ...house, now });
		if (house.hubs) webSubRoutes(server.http, house.hubs);
	}
	const { platforms, notConnected } = await openPlatforms(
		platformSettings(config, wishes.console),
		{
			http: isDoor ? server.http : null,
			terminal: { input: process.stdin, output: process.stdout },
			transcript: store.transcript,
			pace: store.pace,
			vault: store.vault,
			drawPng,
			say,
			log,
		},
	);
	house.speakThrough(platforms);
	const connections: string[] = [];
	for (const platform of isDoor ? platforms : []) {
		opened.defer(() => platform.stop());
		connections.push(await connect(platform, { house, log }));
	}
	// One machine alone has its key at hand.
	const isSplit = wishes.role !== "all";
	const keyLines = isSplit ? keysApart(config, say) : [];
	const address = await server.open();
	return {
		...{ address, housePass, platforms },
		connections: [...connections, ...notConnected, ...keyLines],
	};
}

function openServer(config: Config, log: Log) {
	return makeHttpServer({
		...{ host: config.HOST, port: config.PORT, log },
		proxies: config.TRADEWIRE_PROXY_ADDRESSES ?? [],
	});
}

/** A platform that cannot be reached or refuses our token keeps none of the others away. */
async function connect(
	platform: ChatPlatform,
	{ house, log }: Pick<Rooms, "house" | "log">,
): Promise<string> {
	try {
		const reached = await platform.start(house.commands, house.answer);
		return `${platform.name}: ${reached}`;
	} catch (error) {
		log.error("platform not connected", { platform: platform.name, error });
		const why = error instanceof Error ? error.message : String(error);
		return `${platform.name}: not connected (${why}); mend it and start again`;
	}
}

function keysApart(config: Config, say: Say): readonly string[] {
	return [
		...(isKeyApart(config, "slack") ? [say("platforms.keyApart")] : []),
		...(isKeyApart(config, "hubs") ? [say("platforms.hubKeyApart")] : []),
	];
}

/** Whoever the gate lets act on the desk. */
const operator = { mayManage: true, isOperator: true };

function deskTools({ config, store, queue, house, log }: Rooms): DeskTools {
	return {
		...store,
		hubLeases: house.hubs && store.hubLeases,
		book: house.book,
		async ask(line, by) {
			const name = by ?? "the desk";
			const asker = { ...operator, id: by ?? "desk", name };
			return (await house.answer({ channel: deskChannel, asker, line })).card;
		},
		hasLogin: config.TRADEWIRE_ADMIN_TOKEN !== null,
		pingStore: () => store.ping(),
		pingQueue: () => queue.ping(),
		queueCounts: () => queue.counts(),
		version,
		startedAt: new Date(),
		now: () => new Date(),
		say: sayIn("en"),
		log,
	};
}
