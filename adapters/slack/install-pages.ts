import type { Installation } from "@slack/bolt";
import type { Say } from "../../src/phrases/say.ts";
import { escapeMarkup } from "./slack-text.ts";

/** Where the look of these pages stands: a page of ours may have none inside it. */
export const installLook = "/slack/install.css";

export const installCss = `:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 4rem auto; padding: 0 1rem }
a { display: inline-block; padding: .5rem 1rem; border: 1px solid; border-radius: .25rem; text-decoration: none }
`;

/** The page with the button that adds the app; `url` is Slack's, with our state in it. */
export function installPage(url: string, say: Say): string {
	const title = say("platforms.slackInstallTitle");
	const about = say("platforms.slackInstallAbout");
	const button = say("platforms.slackInstallButton");
	return page(
		title,
		`<p>${escapeMarkup(about)}</p>
<p><a href="${escapeMarkup(url).replaceAll('"', "&quot;")}">${escapeMarkup(button)}</a></p>`,
	);
}

/** Says where the app is now, and what to type there. */
export function successPage(
	{ team, enterprise }: Installation,
	say: Say,
): string {
	const { name, id } = team ?? enterprise ?? {};
	const where = name ?? id ?? "";
	return page(
		say("platforms.slackInstalledTitle"),
		`<p>${escapeMarkup(say("platforms.slackInstalled", { where }))}</p>`,
	);
}

/** Says that nothing was installed, why, and the way to try again. */
export function failurePage(reason: Error, say: Say): string {
	const why = say("platforms.slackNotAdded", { reason: reason.message });
	return page(
		say("platforms.slackNotAddedTitle"),
		`<p>${escapeMarkup(why)}</p>
<p><a href="install">${escapeMarkup(say("platforms.slackInstallAgain"))}</a></p>`,
	);
}

function page(title: string, body: string): string {
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeMarkup(title)}</title>
<link rel="stylesheet" href="${installLook}">
</head>
<body>
<h1>${escapeMarkup(title)}</h1>
${body}
</body>
</html>
`;
}
