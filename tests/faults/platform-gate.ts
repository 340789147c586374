import { createServer } from "node:http";
import { answerOf, bytesOf, pass } from "./pass-on.ts";
import { type PostFault, spoil } from "./spoil-post.ts";

/** Stands between one process and a platform. */
export interface PlatformGate {
	/** `http://127.0.0.1:port`, in the place of the platform's own. */
	readonly address: string;
	/** Requests that are not answered yet, or not taken in. */
	underWay(): number;
	close(): Promise<void>;
}

export interface GatePlan {
	/** Where the platform is: `http://127.0.0.1:port`. */
	readonly target: string;
	isPost(method: string, path: string): boolean;
	/** Asked for each post. */
	faultOf(): PostFault | null;
	/** Ends the process as a crash would. */
	kill(): void;
}

/** Opens a gate that passes on all but the posts that meet a fault. */
export async function platformGate(plan: GatePlan): Promise<PlatformGate> {
	let underWay = 0;
	const server = createServer(async (request, response) => {
		underWay++;
		try {
			const body = await bytesOf(request);
			const isPost = plan.isPost(request.method ?? "", request.url ?? "");
			const fault = isPost ? plan.faultOf() : null;
			const forward = () => answerOf(request, body, plan.target);
			if (fault === null) return pass(await forward(), response);
			await spoil(fault, { request, response, forward, kill: plan.kill });
		} catch {
			// The process or the platform has gone meanwhile.
			request.socket.destroy();
		} finally {
			underWay--;
		}
	});
	await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
	const address = server.address();
	if (typeof address !== "object" || !address) throw new Error("not open");
	return {
		address: `http://127.0.0.1:${address.port}`,
		underWay: () => underWay,
		async close() {
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
		},
	};
}
