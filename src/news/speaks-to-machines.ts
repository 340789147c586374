import { fold } from "../text/fold.ts";

/**
 * What is written for a language model and not for readers, in three
 * languages: orders to forget orders, roles and marks of a conversation, a
 * summary dictated. News about such texts is passed over too, which costs a
 * summary and nothing else.
 */
const orders: readonly string[] = [
	"(?:ignore|disregard|forget|override|bypass)[^.\\n]{0,40}(?:instruction|prompt|previous|prior|above|earlier|rule|guideline|article|text)",
	"(?:ignor\\w+|oubli\\w+|neglig\\w+)[^.\\n]{0,40}(?:instruction|consigne|directive|precedent|ci-dessus)",
	"(?:ignor\\w+|olvid\\w+|descart\\w+)[^.\\n]{0,40}(?:instruccion|indicacion|anterior|previa|arriba)",
	"system (?:prompt|message|override|instruction)|developer (?:mode|message)|jailbreak|prompt injection",
	"(?:^|\\n)\\s*#*\\s*(?:system|assistant|user|instructions?|prompt)\\s*:",
	"<\\|[^|]{1,30}\\|>|\\[/?inst\\]|<</?sys>>|</?(?:article|system|instructions?|prompt)>|###\\s*(?:instruction|response|system)",
	"you are (?:now |an? )?(?:\\w+ ){0,3}(?:ai|assistant|model|bot|summari[sz]er)|as an? (?:ai|language model)|act as|pretend (?:to be|you)",
	"(?:language|ai|large) models?[,: ][^.\\n]{0,60}(?:must|should|please|write|reply|say|output|read)|chatgpt|\\bllms?\\b|\\bai (?:summar|reader|system|agent|assistant)s?",
	"(?:reply|respond|answer|output|print|return|write|say|repeat|state|report|include)[^.\\n]{0,25}(?:only|exactly|verbatim|the following|this (?:text|sentence|summary)|instead|with:|: ?[\"'“«])",
	"(?:your|the (?:correct|right|only|official|final)) (?:summary|answer|reply|response|output)",
	"(?:summary|summari[sz]e|tl;?dr|abstract)[^.\\n]{0,30}(?:must|should|is|as|with|:|by saying|that says)",
	"(?:note|message|notice|instructions?|attention|hint)[^.\\n]{0,20}(?:to|for) (?:the |all |any )?(?:\\w+ )?(?:summari[sz]er|assistant|model|bot|machine|robot|crawler|reader bot|automated|ai)\\w*",
	"in (?:the|your|every|any) (?:summary|output|answer|reply|response)\\b",
	"(?:automated|automatic|machine) (?:readers?|summar\\w+|systems?|tools?)",
	"(?:resume|resumez|resumer|reponds|repondez|ecris|ecrivez)[^.\\n]{0,40}(?:exactement|seulement|uniquement|suivant|en disant|:)|le (?:seul |bon )?resume (?:est|doit)|vous etes (?:un |une )?(?:assistant|modele|ia)|(?:assistant|modele de langage|ia) ?:",
	"(?:resume|resuma|resumir|responde|responda|escribe|escriba|diga|di)[^.\\n]{0,40}(?:exactamente|solo|unicamente|siguiente|:)|el (?:unico |buen )?resumen (?:es|debe)|eres (?:un |una )?(?:asistente|modelo|ia)|(?:asistente|modelo de lenguaje|ia) ?:",
	"do not (?:mention|summari[sz]e|report|include)|ne mentionne[zs]? pas|no (?:menciones|mencione|resumas)",
	"translate (?:this|the following)|base64|rot13|begin (?:prompt|instructions)|end of (?:article|text|document|input)",
];
const speaks = new RegExp(orders.join("|"), "u");
/** Zero-width and direction marks, tags and private letters hide words from readers. */
const hidden =
	/[\u200b\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}\ue000-\uf8ff]/u;

/** Whether a text holds words for a language model, or words that readers do not see. */
export function speaksToMachines(text: string): boolean {
	return hidden.test(text) || speaks.test(fold(text));
}
