import { BlockList, isIP } from "node:net";
import type { FastifyRequest } from "fastify";
import type { GateSettings } from "./gate-settings.ts";

type Proxy = NonNullable<GateSettings["proxy"]>;

/** One name, without controls; a comma would be two headers in one, of which only one is the proxy's. */
const fitName = /^[^\p{Cc},]{1,80}$/u;

/**
 * Gives the function that reads whom the proxy names in a request: null when
 * the request comes from elsewhere or names nobody.
 */
export function proxiedName({
	userHeader,
	addresses,
}: Proxy): (
	request: Pick<FastifyRequest, "headers" | "socket">,
) => string | null {
	const known = new BlockList();
	for (const range of addresses) {
		const [address = "", bits] = range.split("/");
		const family = isIP(address) === 6 ? "ipv6" : "ipv4";
		if (bits === undefined) known.addAddress(address, family);
		else known.addSubnet(address, Number(bits), family);
	}
	return ({ socket, headers }) => {
		const from = socket.remoteAddress ?? "";
		const family = isIP(from) === 6 ? "ipv6" : "ipv4";
		if (isIP(from) === 0 || !known.check(from, family)) return null;
		const name = headers[userHeader];
		const text = typeof name === "string" ? name.trim() : "";
		return fitName.test(text) ? text : null;
	};
}
