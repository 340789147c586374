import type { VerbForm } from "./speech-verbs.ts";

/** French verbs in -er, whose forms follow one rule. */
const frenchEr =
	"declarer affirmer indiquer souligner ajouter estimer expliquer preciser rappeler confirmer annoncer accuser critiquer denoncer menacer noter observer evoquer lancer marteler insister assurer juger reiterer deplorer regretter reprocher resumer signaler suggerer repliquer retorquer commenter mentionner raconter reveler contester dementir rejeter exiger demander saluer defendre avancer glisser clamer proclamer argumenter conseiller exhorter appeler alleguer".split(
		" ",
	);
const frenchFinite =
	"dit disait dira ecrit ecrivait soutient soutenait previent prevenait avertit avertissait promet promettait repond repondait reagit reagissait admet admettait reconnait reconnaissait rejette rappelle pretend pretendait".split(
		" ",
	);
const frenchParticiples =
	"dit ecrit soutenu prevenu averti promis repondu reagi admis reconnu dementi defendu pretendu".split(
		" ",
	);
const spanishAr =
	"declarar afirmar senalar indicar explicar asegurar comentar subrayar destacar reiterar expresar manifestar anunciar precisar informar criticar acusar amenazar recordar considerar apuntar mencionar confirmar preguntar insistar agregar revelar denunciar rechazar enfatizar puntualizar aclarar relatar exhortar alertar lamentar cuestionar opinar celebrar adelantar plantear replicar contestar demandar".split(
		" ",
	);
const spanishIrregular =
	"dijo dice decia ha-dicho anade anadio sostuvo sostiene advirtio advierte nego niega pidio pide exigio exige prometio promete reconocio reconoce respondio responde escribio escribe insistio insiste propuso propone sugirio sugiere admitio admite recuerda advertia cuestiona".split(
		" ",
	);
const spanishParticiples =
	"dicho anadido sostenido advertido negado pedido exigido prometido reconocido respondido escrito insistido propuesto sugerido admitido".split(
		" ",
	);
const gerunds =
	"disant ecrivant diciendo anadiendo advirtiendo escribiendo sosteniendo".split(
		" ",
	);

/** Forms of French and Spanish verbs of saying, folded. */
export const otherSpeech: readonly [string, VerbForm][] = [
	...frenchEr.flatMap(frenchForms),
	...spanishAr.flatMap(spanishForms),
	...formsAs([...frenchFinite, ...spanishIrregular], "finite"),
	...formsAs([...frenchParticiples, ...spanishParticiples], "participle"),
	...formsAs(gerunds, "gerund"),
];

function frenchForms(infinitive: string): [string, VerbForm][] {
	const stem = infinitive.slice(0, -2);
	const soft = stem.endsWith("c") || stem.endsWith("g") ? `${stem}e` : stem;
	return [
		...formsAs([`${soft.replace(/ce$/, "c")}ait`, `${stem}aient`], "finite"),
		// Folded, the present and the past participle are written alike.
		...formsAs([`${stem}e`, `${stem}ee`, `${stem}es`], "participle"),
		...formsAs([`${soft.replace(/ce$/, "c")}ant`], "gerund"),
	];
}

function spanishForms(infinitive: string): [string, VerbForm][] {
	const stem = infinitive.slice(0, -2);
	const hard = stem.endsWith("c") ? `${stem.slice(0, -1)}qu` : stem;
	return [
		...formsAs([`${stem}o`, `${stem}a`, `${stem}aba`, `${hard}e`], "finite"),
		...formsAs([`${stem}ado`], "participle"),
		...formsAs([`${stem}ando`], "gerund"),
	];
}

function formsAs(
	words: readonly string[],
	form: VerbForm["form"],
): [string, VerbForm][] {
	return words.map((word) => [word, { proof: "speech", form }]);
}
