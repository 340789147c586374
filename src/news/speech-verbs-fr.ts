import type { VerbForm } from "./speech-verbs.ts";

/** French verbs in -er, whose forms follow one rule. */
const erSpeech =
	"declarer affirmer indiquer souligner ajouter estimer expliquer preciser rappeler confirmer annoncer accuser critiquer denoncer menacer noter observer evoquer lancer marteler insister assurer juger reiterer repeter deplorer regretter reprocher resumer signaler suggerer repliquer retorquer commenter mentionner raconter reveler contester rejeter exiger demander saluer avancer glisser clamer proclamer argumenter conseiller exhorter appeler alleguer plaider reclamer qualifier confier tweeter nier recommander preconiser proner vanter fustiger blamer feliciter remercier denigrer railler ironiser temperer nuancer temoigner tonner pester reaffirmer relever detailler proposer presser insurger scander confesser avouer soupconner arguer exprimer plaisanter inviter indigner interroger etonner inquieter lamenter trancher presager promettre engager hasarder marmonner ridiculiser moquer prier jurer balayer ecarter minimiser relativiser temporiser moderer tacler etriller ereinter egratigner epingler assener soupirer souffler badiner blaguer exclamer emporter targuer excuser alarmer desoler enthousiasmer protester grogner fulminer tempeter hurler crier murmurer chuchoter riposter objecter opiner acquiescer corroborer attester certifier ressasser pronostiquer augurer conjecturer speculer theoriser analyser enumerer citer ordonner sommer implorer supplier conjurer interpeller apostropher sermonner tancer reprimander desavouer renier recuser refuter vociferer persifler deconseiller louer encenser cautionner endosser decliner poster publier communiquer informer alerter conceder reaffirmer vilipender";
const erStance =
	"souhaiter esperer penser redouter douter appuyer approuver preferer refuser viser envisager apprecier detester privilegier opposer trouver prevoir";
const finiteSpeech =
	"dit disait dira dirent disent ecrit ecrivait ecrivent soutient soutenait soutiennent previent prevenait previennent avertit avertissait avertissent promet promettait promettent repond repondait repondent reagit reagissait admet admettait admettent reconnait reconnaissait reconnaissent rappelle rappellent pretend pretendait pretendent dement dementait defend defendait defendent poursuit poursuivait rencherit maintient maintenait conclut concluait concede concedait decrit decrivait enjoint rejouit rejouissait plaint plaignait prevoit prevoyait predit garantit garantissait applaudit applaudissait brandit brandissait enjoint";
const finiteStance =
	"comprend comprenait comprennent veut voulait veulent croit croyait croient craint craignait craignent compte entend exclut excluait";
const participleSpeech =
	"dit ecrit soutenu prevenu averti promis repondu reagi admis reconnu dementi defendu pretendu maintenu conclu concede decrit poursuivi rencheri enjoint rejoui plaint prevu predit redit garanti applaudi brandi";
const participleStance = "compris cache voulu cru craint exclu";
const gerunds =
	"disant ecrivant soutenant promettant repondant reconnaissant admettant prevenant avertissant";
const bases =
	"dire ecrire soutenir prevenir avertir promettre repondre admettre reconnaitre defendre dementir";

/** Written forms of French verbs of saying and thinking, folded. */
export const frenchSpeech: readonly [string, VerbForm][] = [
	...erStance.split(" ").flatMap((verb) => erForms(verb, "stance")),
	...formsAs(finiteStance, { proof: "stance", form: "finite" }),
	...formsAs(agreed(participleStance), { proof: "stance", form: "participle" }),
	...erSpeech.split(" ").flatMap((verb) => erForms(verb, "speech")),
	...formsAs(finiteSpeech, { proof: "speech", form: "finite" }),
	...formsAs(agreed(participleSpeech), { proof: "speech", form: "participle" }),
	...formsAs(gerunds, { proof: "speech", form: "gerund" }),
	...formsAs("voit voyait voient", { proof: "shown", form: "finite" }),
	...formsAs(bases, { proof: "speech", form: "base" }),
];

function erForms(
	infinitive: string,
	proof: VerbForm["proof"],
): [string, VerbForm][] {
	const stem = infinitive.slice(0, -2);
	const soft = stem.endsWith("g") ? `${stem}e` : stem;
	const past = `${soft}a ${stem}erent ${soft}ait ${soft}aient ${stem}ent ${stem}era ${stem}erait`;
	return [
		...formsAs(past, { proof, form: "finite" }),
		// Folded, the present and the past participle are written alike.
		...formsAs(agreed(`${stem}e`), { proof, form: "participle" }),
		...formsAs(infinitive, { proof, form: "base" }),
		...formsAs(`${soft}ant`, { proof, form: "gerund" }),
	];
}

/** Participles with their feminine and plural: "dit dite dits dites". */
function agreed(participles: string): string {
	return participles
		.split(" ")
		.flatMap((word) => [word, `${word}e`, `${word}s`, `${word}es`])
		.join(" ");
}

function formsAs(words: string, form: VerbForm): [string, VerbForm][] {
	return words.split(" ").map((word) => [word, form]);
}
