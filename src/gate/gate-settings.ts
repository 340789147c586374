import type { Config } from "../config.ts";

/** What decides who is let in. */
export interface GateSettings {
	/** Null: nobody needs one, and only this machine is let in. */
	readonly adminToken: string | null;
	/** Opens the figures alone. */
	readonly metricsToken: string | null;
	/** Made anew at each start, for this data directory's own commands. */
	readonly housePass: string;
	/** The proxy that logs people in, if there is one. */
	readonly proxy: {
		readonly userHeader: string;
		/** Addresses and CIDR ranges. */
		readonly addresses: readonly string[];
	} | null;
	/** `local`, `anyone`, or names that the proxy gives. */
	readonly managers: readonly string[];
	readonly publicUrl: string | null;
}

/** Reads them out of the settings. */
export function gateSettings(config: Config, housePass: string): GateSettings {
	const userHeader = config.TRADEWIRE_PROXY_USER_HEADER;
	const addresses = config.TRADEWIRE_PROXY_ADDRESSES ?? [];
	return {
		adminToken: config.TRADEWIRE_ADMIN_TOKEN,
		metricsToken: config.TRADEWIRE_METRICS_TOKEN,
		housePass,
		proxy: userHeader === null ? null : { userHeader, addresses },
		managers: config.TRADEWIRE_WEB_MANAGERS,
		publicUrl: config.TRADEWIRE_PUBLIC_URL,
	};
}
