/** The bot scopes that the app asks for, here and in the manifest. */
export const neededScopes = [
	"commands",
	"chat:write",
	"channels:join",
	"channels:history",
	"groups:history",
	"im:history",
	"mpim:history",
	"channels:read",
	"groups:read",
	"users:read",
	"files:write",
	"im:write",
] as const;
