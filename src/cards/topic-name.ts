import { type Language, languages, type Say } from "../phrases/say.ts";
import type { Topic } from "../topics/topic.ts";

/** The topic's name in the language that is being spoken. */
export function topicName(topic: Topic, say: Say): string {
	return topic.names[languageOf(say)];
}

/** The language that is being spoken: the phrase `chat.language` names its own. */
export function languageOf(say: Say): Language {
	const spoken = say("chat.language");
	return languages.find((language) => language === spoken) ?? "en";
}
