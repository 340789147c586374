/** `stated`: told as law or decided. `proposed`: may come. `former`: ended, avoided or of the past. */
export type RateStance = "stated" | "proposed" | "former";

const proposed =
	/\b(?:could|might|would|should|threat\w*|propos\w+|consider(?:s|ed|ing)|weigh\w*|mull\w*|plan(?:s|ned|ning)|wants?|call(?:s|ed|ing) for|urg(?:e|es|ed|ing)|recommend\w*|whether|suggest\w*|float(?:s|ed|ing)|fear\w*|possible|potential\w*|pledg\w+|vow\w*|seek\w*|sought|demand(?:s|ed)|warn\w*|eyes|eyeing|readies|prepar\w+|drafts?|bill|hypothetical\w*|as (?:much|high) as if)\b|\b(?:pourrai\w+|menac\w+|envisage\w*|prevoi\w+|songe\w*|projet|eventuel\w*|possible|voudrait|voudraient|souhaite\w*|reclame\w*|craign\w+|craint|prepare\w*|\w+[eid]rai(?:t|ent))\b|\b(?:podria\w*|amenaz\w+|propon\w+|propus\w+|propuest\w+|plante\w+|analiza\w*|contempla\w*|prepara\w*|evalua\w*|considera\w*|baraja\w*|posible\w*|eventual\w*|pretende\w*|quiere\w*|pide\w*|iniciativa|(?:se|impond|pond|grava|aplica|subi|eleva|paga|enfrenta|tend|queda|cobra|pasa)rian?)\b/;
/** The month is a name, the verb is not. */
const may = /\bmay\b/;
/** What was `will` when it was said is `would` when it is reported. */
const said = /\b(?:said|announced|told|confirmed|added)\b.*\bwould\b/;
const condition =
	/(?:^|[ ,])(?:if(?! (?:they|it|goods|these|those|products|the goods) (?:do|does|are|is|fail|qualif|compl|meet))|unless|should|si(?! (?:ils|elles|no cumplen|no califican))|s'il|s'ils|a moins|a menos|en caso de) /;
const ended =
	/\b(?:lift(?:ed|s|ing)?|remov\w+|scrap\w*|eliminat\w+|abolish\w+|repeal\w*|rescind\w*|revok\w+|cancel\w*|ended|ending|ends|strikes? down|struck down|overturn\w*|invalidat\w+|block(?:ed|s)|suspend\w*|paus(?:ed|es|ing)|avoid\w*|spared?|exempt(?:ed|s)?|no longer|withdr[ae]w\w*|averted|waiv\w+|refund\w*|escap\w+|(?:were|was|be|been) dropped|free of)\b|\b(?:lev(?:e|ee|es|ees|er)|retir\w+|abol\w+|abrog\w+|annul\w+|invalid\w+|supprim\w+|suspend\w*|suspens\w+|abandonn\w+|evit\w+|echapp\w+|epargn\w+|exempte\w*|ne \w+ plus|rembours\w+)\b|\b(?:elimin\w+|retir\w+|anul\w+|derog\w+|suspend\w*|evit\w+|exent\w+|libr\w+|revoc\w+|cancel\w+|ya no)\b/;
const denied =
	/\b(?:no|not|never|without|instead of|rather than|aucune?|sans|plutot que|sin|ningun\w*|en lugar de|en vez de)\b(?! (?:less|moins|menos|only|deal|later|longer))[^,;]{0,30}$/;
const was =
	/\b(?:was|were|had been|etai(?:t|ent)|avaient ete|era|eran|estaba\w*)\b/;
const before =
	/\b(?:before|until|previously|formerly|earlier|avant|auparavant|jusqu'en|antes|anteriormente|hasta)\b/;
const since = /\b(?:since|depuis|desde)\b/;
const pastYear = /\b(?:in|en|back in) ((?:19|20)\d{2})\b/;

/** The words around a tied rate, folded, save that `may` must be told from May. */
export interface RateContext {
	/** From the clause's beginning, or the end of the rate told before. */
	readonly before: string;
	/** From the first to the last word of the tie. */
	readonly within: string;
	/** To the end of the clause. */
	readonly after: string;
	/** What `before` and `within` are before folding. */
	readonly written: string;
	readonly isChange: boolean;
	/** The year of the news. */
	readonly year: number;
}

/** UTF-16 units around a tie in which a word must stand that ends it. */
const reach = 45;

/** How a sentence tells a rate, from the words of its clause. */
export function rateStance(context: RateContext): RateStance {
	const { before: lead, within, after, written, isChange, year } = context;
	const told = `${lead} ${within}`;
	const whole = `${told} ${after}`;
	const then = Number(pastYear.exec(whole)?.[1] ?? year);
	if (then < year && !since.test(whole)) return "former";
	if (denied.test(lead)) return "former";
	const near = `${lead.slice(-reach)} ${within} ${after.slice(0, reach)}`;
	if (!isChange && ended.test(near)) return "former";
	if (was.test(within) && before.test(after)) return "former";
	const plain = said.test(told) ? told.replace(/\bwould\b/g, "will") : told;
	const isOpen =
		proposed.test(plain) || may.test(written) || condition.test(whole);
	return isOpen ? "proposed" : "stated";
}
