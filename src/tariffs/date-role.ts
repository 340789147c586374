/** `effective`: a charge or act begins to hold. `deadline`: something must be done by then, or ends. */
export type DateRole = "effective" | "deadline";

interface Cue {
	readonly role: DateRole;
	/** Matches what stands before a day, up to the day. */
	readonly says: RegExp;
	/** Says it whatever the sentence is about; everyday words need a charge beside them. */
	readonly isPlain: boolean;
	/** A verb far from the day: a weekday may then be the day of the telling. */
	readonly isLoose?: boolean;
}

/** What may stand between a cue and its day: an hour, a zone, a weekday, an article. */
const filler = alternatives(`
	at on of from as.of the le el la du au del al a et and or after y apres despues beginning starting next last this
	date itself us eastern local daylight standard time e[ds]?t p[ds]t \\([a-z]{2,4}\\) midnight minuit medianoche noon
	\\d{1,2}(?::\\d{2})?(?:.?[ap]\\.?m\\.?|.?h(?:.?\\d{2})?)?
	(?:mon|tues|wednes|thurs|fri|satur|sun)day lundi mardi mercredi jeudi vendredi samedi dimanche
	lunes martes miercoles jueves viernes sabado domingo prochain proximo partir compter
`);

const cues: readonly Cue[] = [
	plain("effective", [
		"effective|applicable|in effect (?:since|from|as of|on)|in (?:force|place) (?:since|from|as of)",
		"(?:tak(?:e|es|en|ing)|took) effect|(?:com(?:e|es|ing)|came|go(?:es|ing)?|went|gone) into (?:effect|force)",
		"enter(?:s|ed|ing)? into (?:force|effect)|kick(?:s|ed|ing)? in|phased? in|was in force",
		"(?:entered for consumption|withdrawn from warehouse)[^.;]{0,60}on or after",
		"(?:entr\\w+|mis\\w*) en vigueur|en vigueur (?:depuis|des)|(?:prend\\w*|prennent|a pris|ont pris|prenant) effet",
		"(?:entra\\w*|entro|entre\\w*|entrada) en vigor|en vigor (?:desde|a partir)|vigentes? (?:desde|a partir)|surt\\w+ efectos?",
	]),
	plain("deadline", [
		"due(?: by| on| no later than)?|n(?:o|ot) later than",
		"deadline(?: (?:of|is|was|(?:for|to) [^.;,]{1,60}? (?:is|was)))?",
		"date limite(?: (?:du|est|(?:pour|de) [^.;,]{1,60}? (?:est(?: fixee)?|etait)))?|au plus tard|echeance",
		"fecha limite(?: (?:del|es|para [^.;,]{1,60}? (?:es|sera)))?|a mas tardar",
	]),
	everyday("effective", [
		"on or after|starting|start(?:s|ed)?|beginning|begins?|began|as of|as from|from|since",
		"(?:will be|are|is|were|was) (?:imposed|applied|charge[ds]?|collected|levied|raised|doubled)",
		"a compter|a partir|des|depuis|s'appliqu\\w+|impos\\w+|frapp\\w+|commenc\\w+|debut\\w+",
		"a partir|desde|se aplic\\w+|aplicables?|inici\\w+|comienz\\w+|empie\\w+|arranc\\w+",
	]),
	{
		...everyday("effective", [`(?:${moves()}) [^.;]{0,60}?\\b(?:on|le|el)`]),
		isLoose: true,
	},
	everyday("deadline", [
		"(?:expir(?:e|es|ed|ing)|laps(?:e|es|ed)|runs? out|clos(?:e|es|ed|ing)|ends?|ended|ending)(?: on)?",
		"until|till|before|by|run(?:s|ning)? (?:until|through|to)|extended (?:to|until|through)",
		"(?:comments?|submissions?|applications?|requests?|pause|truce|exemption|suspension|waiver|period) [^.;]{0,60}(?:through|to)",
		"d'ici|jusqu'(?:au|a)|avant|expir\\w+|prend(?:ra)? fin|(?:fixee?|reporte\\w*|prolonge\\w*)(?: au| jusqu'au)?",
		"antes|hasta|venc\\w+|expir\\w+|(?:plazo|termina\\w*|finaliza\\w*|concluy\\w+)(?: [^.;,]{0,40})?|prorrog\\w+(?: hasta)?",
	]),
];

/** Verbs of a rate that moves, in three languages. */
function moves(): string {
	return (
		"ris(?:e|es|ing)|rose|increas\\w+|doubl\\w+|tripl\\w+|jump\\w*|climb\\w*|drop\\w*|falls?|fell|go(?:es)? up|rais\\w+|hik\\w+|cut|lower\\w*|reduced|impos\\w+|appl\\w+|levied|return\\w*|restored|reinstated" +
		"|passe\\w*|augment\\w+|grimp\\w+|bondi\\w+|baisse\\w*|duplic\\w+|sub(?:e|en|ir\\w+|io|ieron)|aument\\w+|pasar\\w*|baj\\w+"
	);
}

/** Where the words stand behind the day. */
const behind: readonly (readonly [DateRole, RegExp])[] = [
	[
		"effective",
		/^[ ,]*(?:effective date|start date|entry into force|when (?:the |they |it )[^.;]{0,40}(?:tak\w+|took|go\w*|went|c[oa]m\w+) (?:effect|into (?:effect|force)))/,
	],
	[
		"deadline",
		/^[ ,]*(?:deadline|cut-?off|expiry|expiration|due date|closing date)/,
	],
];

/** A cue stands this near before its day, in UTF-16 units. */
const reach = 120;
const chargeWord =
	/\b(?:tariffs?|tarif\w*|dut(?:y|ies)|lev(?:y|ies)|surtax\w*|surcharge|tax(?:es|ed)?|recargos?|sobretasas?|impuestos?|charge[ds]?|droits?|arancel\w*|rates?|taux|tasas?|quotas?|cuotas?|contingents?|exempt\w+|exclusions?|imports?|importa\w+|customs|douan\w+|aduan\w+|trade|comments?|commentaires?|comentarios?|submi\w+|negotiat\w+|negocia\w+|pause|treve|tregua|deal|accord|acuerdo|agreement|order|decret\w*|orden|measures?|mesures?|medidas?|review|remission|proclamation)\b|\b(?:pays?|paid|hit|paie\w*|paye\w*|paga\w*) [^.;]{0,12}(?:%|per ?cent|percent|pour cent|por ciento)/;

interface DayPlace {
	readonly start: number;
	readonly end: number;
	readonly isWeekday: boolean;
}

/**
 * What the words beside a day say of it. `folded` comes from `foldInPlace`;
 * the words must stand in the day's own sentence.
 */
export function dateRole(
	folded: string,
	{ start, end, isWeekday }: DayPlace,
): DateRole | null {
	const after = folded.slice(end, end + reach);
	const told = behind.find(([, says]) => says.test(after));
	if (told) return told[0];
	const before = ownSentence(folded.slice(Math.max(0, start - reach), start));
	const nearest = cues
		.map((cue) => ({ ...cue, at: cue.says.exec(before)?.index ?? -1 }))
		.filter(({ at, isLoose }) => at >= 0 && !(isLoose && isWeekday))
		.sort((a, b) => b.at - a.at);
	const ofTrade = () => chargeWord.test(sentenceAround(folded, start, end));
	return nearest.find(({ isPlain }) => isPlain || ofTrade())?.role ?? null;
}

function plain(role: DateRole, words: readonly string[]): Cue {
	return { role, says: cuePattern(words), isPlain: true };
}

function everyday(role: DateRole, words: readonly string[]): Cue {
	return { role, says: cuePattern(words), isPlain: false };
}

function cuePattern(words: readonly string[]): RegExp {
	return new RegExp(
		`(?<![\\p{L}\\d'-])(?:${words.join("|")})(?:[ ,:]+(?:${filler}))*[ ,:]*$`,
		"u",
	);
}

function alternatives(words: string): string {
	return words.trim().split(/\s+/).join("|");
}

/** UTF-16 units to both sides in which a charge may be named. */
const sentenceReach = 300;

function sentenceAround(folded: string, start: number, end: number): string {
	const before = folded.slice(Math.max(0, start - sentenceReach), start);
	const after = folded.slice(end, end + sentenceReach);
	return `${ownSentence(before)} ${after.split(/[.;!?] |\n/)[0]}`;
}

/** What stands after the last end of a sentence; `12:01 a.m.` ends none. */
function ownSentence(text: string): string {
	const ends =
		/(?<!\b[ap]\.m|\b(?:u\.s|no|p|art|mr|ms|jan|feb|sept|oct|nov|dec))[.!?] +(?=\S)|\n/g;
	const last = [...text.matchAll(ends)].at(-1);
	return last ? text.slice(last.index + last[0].length) : text;
}
