import { type Html, html } from "./html.ts";

/** A whole page of the desk around what stands in its body. */
export function deskDocument(title: string, body: Html): Html {
	return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/desk/desk.css">
</head>
<body>
${body}
</body>
</html>
`;
}
