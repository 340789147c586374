import { type Html, html } from "../desk/html.ts";
import type { Say } from "../phrases/say.ts";

interface LoginWish {
	/** Where the reader was going. */
	readonly to: string;
	/** Why the last try was refused. */
	readonly fault?: string;
}

/** Asks for the admin token. */
export function loginPage(say: Say, { to, fault }: LoginWish): string {
	const trouble =
		fault === undefined
			? null
			: html`<p class="fault" role="alert">${fault}</p>`;
	const invalid = fault === undefined ? null : html` aria-invalid="true"`;
	return page(
		say,
		html`<form method="post" action="/login">
${trouble}
<input type="hidden" name="to" value="${to}">
<label for="token">${say("gate.token")}</label>
<input id="token" name="token" type="password" autocomplete="current-password" autocapitalize="none" spellcheck="false" required autofocus${invalid} aria-describedby="about">
<button>${say("gate.logIn")}</button>
<p id="about" class="about">${say("gate.tokenAbout")}</p>
</form>`,
	);
}

/** Comes back by itself, from a page of ours this time. */
export function againPage(say: Say, to: string): string {
	const address = `/login?to=${to}`;
	return page(
		say,
		html`<p><a href="${address}">${say("gate.goOn")}</a></p>`,
		html`<meta http-equiv="refresh" content="0; url=${address}">`,
	);
}

/** Says why someone may not pass. */
export function refusalPage(say: Say, why: string): string {
	return page(say, html`<p class="fault" role="alert">${why}</p>`);
}

/** For someone who is in already: the ways on and out. */
export function sessionPage(say: Say): string {
	return page(
		say,
		html`<p>${say("gate.isIn")}</p>
<nav><a href="/">${say("gate.toChat")}</a> <a href="/desk">${say("gate.toDesk")}</a></nav>
<form method="post" action="/logout">
<button>${say("gate.logOut")}</button>
<button class="quiet" name="all" value="yes">${say("gate.endAll")}</button>
</form>`,
	);
}

function page(say: Say, body: Html, more: Html | null = null): string {
	return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
${more}
<title>${say("gate.title")}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/login/gate.css">
</head>
<body>
<main>
<h1>${say("gate.name")}</h1>
${body}
</main>
</body>
</html>
`.text;
}
