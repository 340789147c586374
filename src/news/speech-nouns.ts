/**
 * Nouns for what someone says or thinks, folded, in English, French and
 * Spanish. `of`: "a claim of" tells what was said; without it `of` tells whose.
 */
export const speechNouns: ReadonlySet<string> = new Set(
	[
		"conclusion question questions statement statements claim claims argument arguments criticism criticisms attack attacks defense defence support opposition concern concerns doubt doubts call calls pledge pledges promise promises vow vows threat threats warning warnings proposal proposals remark remarks comment comments speech speeches address letter memo tweet tweets accusation accusations allegation allegations complaint complaints apology denial denials suggestion suggestions assertion assertions insistence view views belief beliefs position stance opinion message praise endorsement condolences thanks congratulations case point issue aim swipe swipes shot shots jab jabs offense contrast explanation explanations description portrayal rhetoric demand demands request admission confession objection objections rejection condemnation denunciation refusal desire hope hopes intention wish disdain contempt frustration confidence skepticism scepticism optimism outrage anger disappointment regret surprise astonishment gratitude admiration sympathy faith distrust contention prediction predictions pushback rebuke rebuttal response reply answer vision commitment charge charges joke jokes insult insults reference references invitation offer insights advice blame assurance assurances reservations",
		"declaration declarations propos critique critiques attaque attaques defense soutien appui opposition inquietude inquietudes crainte craintes doute doutes appel appels promesse promesses engagement menace menaces avertissement proposition commentaire commentaires discours allocution lettre tweet gazouillis accusation accusations plainte excuses dementi suggestion affirmation affirmations avis croyance position opinion message demande volonte souhait espoir intention refus vision argument arguments mise",
		"declaracion declaraciones critica criticas ataque ataques defensa apoyo respaldo oposicion preocupacion preocupaciones temor dudas llamado promesa promesas compromiso amenaza amenazas advertencia propuesta comentario comentarios discurso mensaje carta tuit acusacion acusaciones queja disculpa negativa sugerencia afirmacion opinion postura posicion peticion exigencia deseo esperanza intencion rechazo argumento argumentos palabras",
	].flatMap((line) => line.split(" ")),
);

/** Verbs that with such a noun say that someone spoke: "issued a statement", "took aim at". */
export const lightVerbs: readonly string[] =
	"make give take offer issue release express voice raise deliver cast draw pose launch level lob send publish reiterate repeat renew heap pour restate lodge register mount throw hurl direct unleash aim".split(
		" ",
	);

/** The same in French and Spanish, as written. */
export const otherLightVerbs: readonly string[] =
	"fait faisait lance lancait exprime exprimait emis emet adresse adressait formule formulait publie publiait prononce prononcait donne presente reitere hizo hace lanzo lanza expreso expresa emitio emite publico publica pronuncio pronuncia dio da presento presenta envio envia reitero formulo hecho lanzado expresado emitido publicado dado presentado enviado".split(
		" ",
	);

/** What someone is by what he thinks: "a critic of", "un défenseur de", "partidaria del". */
export const partisans: ReadonlySet<string> = new Set(
	"supporter proponent advocate champion defender critic opponent backer foe fan believer skeptic sceptic enthusiast defenseur partisan partisane opposant opposante detracteur detractrice pourfendeur defensor defensora partidario partidaria critico critica opositor opositora promotor promotora".split(
		" ",
	),
);

/** Nouns of a sort by whose owner they are known in "de": "les propos de M. Carney". */
export const ownNouns: ReadonlySet<string> = new Set(
	"propos declaration declarations discours allocution promesse promesses avertissement appel appels menaces commentaires intention volonte refus declaracion declaraciones discurso promesa promesas advertencia llamado amenazas comentarios palabras intencion negativa propuesta mensaje".split(
		" ",
	),
);
