import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { feedBombs } from "../fixtures/feed-bombs.ts";
import { rssOf } from "./feed-server.ts";

export interface BombServer {
	/** The bombs' names and addresses; each lies at a loopback host of its own. */
	readonly bombs: readonly (readonly [name: string, url: string])[];
	/** An ordinary feed that has one item more at every asking. */
	readonly ordinary: string;
	/** How many items that has brought. */
	published(): number;
	close(): void;
}

/** Serves these bombs, and an ordinary feed beside them. */
export async function serveBombs(
	names: readonly string[],
): Promise<BombServer> {
	const servers: Server[] = [];
	const items: { id: string; title: string; text: string }[] = [];
	const serve = async (answer: RequestListener): Promise<string> => {
		const server = createServer(answer);
		const at = servers.push(server);
		const host = `127.1.${at >> 8}.${at & 255}`;
		await new Promise<void>((ready) => server.listen(0, host, ready));
		const { port } = server.address() as AddressInfo; // it listens on a port
		return `http://${host}:${port}/feed`;
	};
	const ordinary = await serve((_, response) => {
		items.unshift(newsItem(items.length));
		response.end(rssOf("ordinary", items));
	});
	const bombs: [string, string][] = [];
	for (const name of names) {
		const bomb = feedBombs[name]?.();
		if (!bomb) throw new Error(`there is no bomb called ${name}`);
		const url = await serve((request, response) => {
			request.socket.on("error", () => {});
			bomb(request, response);
		});
		bombs.push([name, url]);
	}
	return {
		...{ bombs, ordinary },
		published: () => items.length,
		close() {
			for (const server of servers) {
				server.closeAllConnections();
				server.close();
			}
		},
	};
}

function newsItem(at: number) {
	const title = `Steel tariffs of round ${at} are set`;
	return { id: `news-${at}`, title, text: `Round ${at} of the talks is over.` };
}
