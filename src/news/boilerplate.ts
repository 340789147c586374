import { fold } from "../text/fold.ts";

/** What a page says about itself, by how it begins; each on folded text. */
const openings: readonly string[] = [
	// Who took the picture.
	"(?:file )?(?:photo|image|picture|illustration|foto|imagen|credit|credits|video|graphic|watch|listen|audio)s?(?: by| credit| d'archives)? ?(?::|/|\\(|by |-)",
	"\\((?:photo|file|ap photo|reuters|getty|image|foto)",
	"[^.]{0,80}(?:/getty images|/reuters|/ap photo|/the canadian press|/associated press|via getty|/la presse canadienne|/afp)\\)?\\.?$",
	// When.
	"(?:last )?(?:updated|published|posted|modified|mis a jour|publie|modifie|actualizado|publicado|ultima actualizacion)(?: on| le| el| a| at)?:? ?(?:\\p{L}+[.,]? )?\\d",
	"(?:estimated )?(?:reading time|temps de lecture|tiempo de lectura)|\\d+ min(?:ute)?s? (?:read|de lecture|de lectura)",
	// Asking for something.
	"(?:please )?(?:subscribe|sign up|sign in|log in|register|become a (?:member|subscriber)|already a subscriber|create (?:a|your) (?:free )?account|start your (?:free )?trial|get (?:the latest|unlimited|full access|our)|this (?:article|content|story) is (?:free|for subscribers|reserved|only available)|to continue reading|unlock|donate|support (?:our|independent))",
	"(?:abonnez-vous|inscrivez-vous|connectez-vous|deja abonne|creez (?:un|votre) compte|cet article est reserve|article reserve|il vous reste|recevez (?:nos|les|l'))",
	"(?:suscribete|suscribase|suscribirse|registrate|inicia sesion|ya eres suscriptor|contenido exclusivo|este contenido es|recibe (?:las|nuestras|en tu)|siguenos|unete)",
	"(?:share(?: this| on|:)?|tweet|print|email this|follow us|join (?:us|the conversation)|comments? \\(|leave a comment|copy link|save article|partager|suivez-nous|imprimer|comparte|compartir|sigue(?:nos)? en)\\b(?! of|s of| (?:price|the cost))",
	"(?:we|this (?:site|website)|our (?:site|website)|nous|ce site|este sitio|usamos|utilizamos)[^.]{0,30}(?:cookies|temoins)|(?:accept|manage|reject) (?:all )?cookies|(?:accepter|gerer) (?:tous )?les (?:cookies|temoins)|aceptar (?:todas )?las cookies|cookies?\\b",
	// Pointing elsewhere.
	"(?:read|see|watch) (?:more|also|next|the full)|more (?:on this|from|stories)|continue reading|click here|related(?: (?:articles|stories|content|topics|news))?(?::|$)|recommended|most read|trending|view (?:the )?original|full (?:story|text)|source ?:|\\[?\\.\\.\\.\\]?$",
	"(?:lire|voir|a lire|a voir) (?:aussi|la suite|plus|egalement|:)|lisez (?:aussi|la suite)|cliquez ici|en savoir plus|a decouvrir|sur le meme sujet",
	"(?:lea|lee|leer|ver|mira|vea) (?:tambien|mas|ademas|la nota)|(?:te|le) puede interesar|te recomendamos|haz clic|sigue leyendo|nota relacionada|mas informacion",
	"the post .{1,200} (?:appeared first on|first appeared on) |cet article .{1,200} est apparu en premier sur |la entrada .{1,200} (?:se publico primero|aparece primero) en ",
	"(?:this (?:story|article|report) (?:was|has been)|editor's note|correction ?:|clarification ?:|note de la redaction|nota del editor|with files from|avec des informations|con informacion de)",
	// Selling, owning, and the furniture of gazettes.
	"(?:advertisement|advertising|sponsored|story continues|article continues|publicite|annonce|publicidad|anuncio|contenido patrocinado)\\b",
	"(?:©|\\(c\\) ?\\d|copyright|all rights reserved|tous droits reserves|todos los derechos)",
	"(?:agency|action|dates|addresses|for further information contact|supplementary information|billing code|docket no)\\b[^:]{0,20}:",
];
const boilerplate = new RegExp(`^(?:${openings.join("|")})`, "u");

/** `By Jane Doe, The Canadian Press`: a name, and after a comma or bar whatever she is. */
const byline =
	/^(?:By|BY|Par|Por|De)(?: (?:\p{Lu}[\p{L}.'’-]*|de|la|del|van|von|and|et|y),?){2,9}(?: ?[|·•/(][^.]{0,60})?\.?$/u;

/** Whether a sentence or line is about the page and not about the news, in English, French or Spanish. */
export function isBoilerplate(sentence: string): boolean {
	if (byline.test(sentence)) return true;
	const folded = fold(sentence.slice(0, 400)).trim();
	return boilerplate.test(folded.replace(/^["'*#>•\-\s]+/u, ""));
}

const agencies =
	"(?:reuters|ap|afp|cp|pc|efe|bloomberg|dpa|xinhua|notimex|upi|cnw|prnewswire|globe newswire|business wire|canadian press|la presse canadienne|associated press|the canadian press|agence france-presse|cnn|marketwatch|dow jones|ansa|kyodo|yonhap)";
const months =
	"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|janv|fev|avr|mai|juin|juil|aout|ene|abr|ago|dic)\\p{L}*\\.?";
const day = `(?:${months} \\d{1,2}|\\d{1,2} (?:de )?${months})(?:,? (?:de )?\\d{4})?`;
const place =
	"\\p{Lu}[\\p{L}.'’ -]{2,30}(?:, ?\\p{Lu}[\\p{L}.'’ -]{1,20}){0,2}";
const dash = "(?:\\s*\\.?\\s?(?:—|–|--|-|:)\\s*)";
/** `WASHINGTON, June 3 (Reuters) - `, `México, 4 jun (EFE).- `, `(Ottawa) `, `OTTAWA — `. */
const datelines: readonly RegExp[] = [
	new RegExp(
		`^(?:${place},? ?)?(?:${day},? ?)?[(/]${agencies}[^)/\\n]{0,30}[)/]${dash}`,
		"iu",
	),
	new RegExp(`^${place}, ${day}${dash}`, "iu"),
	/^\(\p{Lu}[\p{L}' -]{2,24}\)\s+(?:[—–-]\s*)?(?=[\p{Lu}"«“])/u,
	/^(?=[^a-zà-ÿ]{4,60}(?:—|–|--| - ))\p{Lu}[\p{Lu}.,'’ -]{3,50}?\s*(?:—|–|--| - )\s*(?=[\p{Lu}"«“¿¡])/u,
	/^SUMMARY:\s+/u,
];

/** UTF-16 units at the beginning of a sentence that tell from where and by whom it comes. */
export function datelineLength(sentence: string): number {
	const byline = /^(?:By|Par|Por) [\p{L}.'’ -]{3,60}?\s+(?=\p{Lu}{3})/u.exec(
		sentence,
	);
	const from = byline?.[0].length ?? 0;
	const length = lengthAt(sentence.slice(from));
	return length === 0 ? lengthAt(sentence) : from + length;
}

function lengthAt(text: string): number {
	const found = datelines.map((one) => one.exec(text)?.[0].length ?? 0);
	const length = Math.max(...found);
	return length < text.length ? length : 0;
}
