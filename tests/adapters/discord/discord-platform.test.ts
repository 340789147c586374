import { describeChatPlatform } from "../../contracts/chat-platform.ts";
import { discordWorld } from "./discord-world.ts";

describeChatPlatform("Discord", discordWorld);
