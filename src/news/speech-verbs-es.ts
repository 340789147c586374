import type { VerbForm } from "./speech-verbs.ts";

/** Spanish verbs in -ar, whose forms follow one rule. */
const arSpeech =
	"avisar declarar afirmar senalar indicar explicar asegurar comentar subrayar destacar reiterar expresar manifestar anunciar precisar informar criticar acusar amenazar recordar apuntar mencionar confirmar preguntar agregar revelar denunciar rechazar enfatizar puntualizar aclarar relatar exhortar alertar lamentar cuestionar opinar celebrar adelantar plantear replicar contestar demandar resaltar recalcar remarcar detallar externar matizar argumentar tuitear alegar elogiar felicitar condenar culpar calificar tachar pronosticar recomendar llamar instar estimar zanjar ratificar aseverar recomendar lanzar sentenciar espetar soltar apostillar increpar reprochar recriminar tildar fustigar bromear exclamar gritar clamar rogar suplicar ordenar conminar invitar proclamar jurar garantizar aventurar augurar presagiar especular acotar abundar ahondar rematar terciar discrepar refutar confesar divulgar comunicar notificar trasladar reivindicar reclamar solicitar apremiar aconsejar postular teorizar dictaminar juzgar valorar ponderar encomiar ensalzar disculpar protestar repudiar reprobar censurar impugnar desautorizar minimizar atajar publicar calcular burlar quejar alabar externar ironizar objetar descalificar desestimar vaticinar";
const arStance =
	"desear esperar pensar dudar apoyar respaldar buscar planear considerar confiar aceptar descartar";
const finiteSpeech =
	"dijo dice decia dijeron dicen anade anadio anadieron sostuvo sostiene sostienen advirtio advierte advierten nego niega niegan pidio pide piden exigio exige prometio promete reconocio reconoce reconocen respondio responde escribio escribe insistio insiste propuso propone sugirio sugiere admitio admite recuerda recuerdan advertia cuestiona defendio defiende concluyo concluye expuso expone aludio refirio refiere instaron arremetio describio describe agradecio agradece desmintio desmiente coincidio coincide coincidieron aplaudio aplaude presumio presume previo preve preven predijo predice arguyo urge urgio repitio repite resumio resume recomienda recomiendan conto cuenta cuentan confiesa ruega reprueba demuestra disintio requirio requiere rebatio rebate rehuso transmitio transmite sugirieron insistieron pidieron";
const finiteStance =
	"quiere queria quieren cree creia creen piensa piensan teme temia prefiere preferia pretende pretendia opone entiende espera confia ve";
const participleSpeech =
	"dicho anadido sostenido advertido negado pedido exigido prometido reconocido respondido escrito insistido propuesto sugerido admitido defendido concluido expuesto desmentido repetido resumido descrito agradecido";
const participleStance = "querido creido temido preferido";
const bases =
	"decir anadir sostener advertir negar pedir exigir prometer reconocer responder escribir insistir proponer sugerir admitir";
const gerunds =
	"diciendo anadiendo advirtiendo escribiendo sosteniendo pidiendo prometiendo insistiendo";

/** Written forms of Spanish verbs of saying and thinking, folded. */
export const spanishSpeech: readonly [string, VerbForm][] = [
	...arStance.split(" ").flatMap((verb) => arForms(verb, "stance")),
	...formsAs(finiteStance, { proof: "stance", form: "finite" }),
	...formsAs(agreed(participleStance), { proof: "stance", form: "participle" }),
	...arSpeech.split(" ").flatMap((verb) => arForms(verb, "speech")),
	...formsAs(finiteSpeech, { proof: "speech", form: "finite" }),
	...formsAs(agreed(participleSpeech), { proof: "speech", form: "participle" }),
	...formsAs(bases, { proof: "speech", form: "base" }),
	...formsAs(gerunds, { proof: "speech", form: "gerund" }),
];

function arForms(
	infinitive: string,
	proof: VerbForm["proof"],
): [string, VerbForm][] {
	const stem = infinitive.slice(0, -2);
	const finite = `${stem}o ${stem}a ${stem}an ${stem}aba ${stem}aban ${stem}aron`;
	return [
		...formsAs(finite, { proof, form: "finite" }),
		...formsAs(infinitive, { proof, form: "base" }),
		...formsAs(`${stem}ado ${stem}ada ${stem}ados ${stem}adas`, {
			proof,
			form: "participle",
		}),
		...formsAs(`${stem}ando`, { proof, form: "gerund" }),
	];
}

/** Participles with their feminine and plural: "dicho dicha dichos dichas". */
function agreed(participles: string): string {
	return participles
		.split(" ")
		.flatMap((word) =>
			["o", "a", "os", "as"].map((end) => word.replace(/o$/, end)),
		)
		.join(" ");
}

function formsAs(words: string, form: VerbForm): [string, VerbForm][] {
	return words.split(" ").map((word) => [word, { ...form, isSpanish: true }]);
}
