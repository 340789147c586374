import type { Finding } from "../chat/finding.ts";
import { type Config, isLoopback } from "../config.ts";

/** Shorter ones may be guessed, given years. */
const goodToken = 24;

/** What is open, and to whom, by the settings. */
export function examineDoors(config: Config): readonly Finding[] {
	return [
		whoComesIn(config),
		whereItListens(config),
		openToAnyone(config),
		...whatMayBeChanged(config),
		...whatIsReached(config),
		...whoIsCounted(config),
	];
}

function whoComesIn(config: Config): Finding {
	const token = config.TRADEWIRE_ADMIN_TOKEN;
	const header = config.TRADEWIRE_PROXY_USER_HEADER;
	const managers = config.TRADEWIRE_WEB_MANAGERS.filter(
		(name) => name !== "local",
	).join(", ");
	const proxied = `people are whom ${header} names, sent from ${config.TRADEWIRE_PROXY_ADDRESSES?.join(", ")}; of them ${managers || "nobody"} manages`;
	const holder = "whoever shows TRADEWIRE_ADMIN_TOKEN manages";
	const what = "who gets in";
	if (token !== null && token.length < goodToken) {
		const says = `${holder}, and it has only ${token.length} characters`;
		const mend = "make a longer one: openssl rand -base64 32";
		return { what, state: "ill", says, mend };
	}
	const ways = [
		...(token === null ? [] : [holder]),
		...(header === null ? [] : [proxied]),
	];
	const alone = "this machine alone, and whoever uses it manages";
	return well(what, ways.join("; ") || alone);
}

function whereItListens({ HOST, PORT, ...config }: Config): Finding {
	const what = "listens on";
	const says = `${HOST}, port ${PORT}`;
	if (isLoopback(HOST)) return well(what, `${says}: this machine alone`);
	if (config.TRADEWIRE_PUBLIC_URL?.startsWith("https:"))
		return well(what, `${says}, behind ${config.TRADEWIRE_PUBLIC_URL}`);
	const plain = `${says}, in plain HTTP: tokens can be read on the way`;
	const mend =
		"put a proxy with TLS in front, and set TRADEWIRE_PUBLIC_URL to its address";
	return { what, state: "off", says: plain, mend };
}

function openToAnyone(config: Config): Finding {
	const isSlackByHttp =
		config.SLACK_SIGNING_SECRET !== null && config.SLACK_APP_TOKEN === null;
	const doors = [
		"/healthz, /readyz, /tariff and /calendar.ics",
		...(isSlackByHttp ? ["/slack/events (signed)"] : []),
		...(config.SLACK_CLIENT_ID === null ? [] : ["/slack/install"]),
		...(config.TRADEWIRE_PUBLIC_URL === null ? [] : ["/websub (signed)"]),
	];
	return off("open to anyone", doors.join(", "));
}

function whatMayBeChanged(config: Config): readonly Finding[] {
	const isAnyone = config.TRADEWIRE_WEB_MANAGERS.includes("anyone");
	const isBook = config.TRADEWIRE_BOOK_CHANNELS.includes("web:*");
	if (!isAnyone || !isBook || config.TRADEWIRE_PROXY_USER_HEADER === null)
		return [];
	return [
		{
			what: "tariff book",
			state: "ill",
			says: "anyone whom the proxy lets in may change what all channels are told of rates",
			mend: "name managers in TRADEWIRE_WEB_MANAGERS, or leave web:* out of TRADEWIRE_BOOK_CHANNELS",
		},
	];
}

function whatIsReached(config: Config): readonly Finding[] {
	if (!config.TRADEWIRE_ALLOW_PRIVATE_FEEDS) return [];
	const says =
		"feeds may live on private addresses: whoever may add one reaches this network";
	const mend = "unset TRADEWIRE_ALLOW_PRIVATE_FEEDS when no feed needs it";
	return [{ what: "private feeds", state: "off", says, mend }];
}

/** Behind a proxy that is not named, all come from its address. */
function whoIsCounted(config: Config): readonly Finding[] {
	const isProxied = config.TRADEWIRE_PUBLIC_URL !== null;
	const isNamed = config.TRADEWIRE_PROXY_ADDRESSES !== null;
	if (!isProxied || isNamed || config.TRADEWIRE_ADMIN_TOKEN === null) return [];
	const says =
		"wrong tokens are counted by address, and behind a proxy that is not named all come from one";
	const mend =
		"name the proxy in TRADEWIRE_PROXY_ADDRESSES; it must set X-Forwarded-For";
	return [{ what: "login attempts", state: "off", says, mend }];
}

function well(what: string, says: string): Finding {
	return { what, state: "well", says, mend: null };
}

function off(what: string, says: string): Finding {
	return { what, state: "off", says, mend: null };
}
