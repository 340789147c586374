const offices =
	"representant representante president premier minister secretary senator governor representative ambassador leader candidate nominee mayor billionaire businessman mogul congressman congresswoman chairman chairwoman chair envoy chief director commissioner justice judge speaker chancellor king queen prince pope general attorney lawmaker politician republican democrat conservative liberal progressive ministre premiere presidente presidenta primer primera premier premiere ambassadeur ambassadrice depute deputee senateur senatrice chef cheffe secretaire negociateur negociatrice gouverneur maire republicain milliardaire chanceliere chancelier secretario secretaria ministro ministra canciller embajador embajadora gobernador gobernadora mandatario mandataria funcionario funcionaria senador senadora lider jefe jefa magnate".split(
		" ",
	);
const honorifics =
	"presidential vice-presidential democratic congressional mr mrs ms miss dr prof sir dame lord lady senators governors representatives ministers secretaries presidents pres sen sens rep reps gov govs gen lt col sgt hon rev m mme mlle me sr sra dr dra don dona vice deputy acting former ex then fellow rival elect incoming outgoing us u.s uk eu united states american canadian mexican british french european german japanese chinese liberal conservative ndp gop trade commerce treasury finance foreign prime interior industry state".split(
		" ",
	);
/** Capitals that begin a sentence or name a day, and give nobody a first name. */
const openerWords =
	"the a an and but or if as when while after before because since although though that then now so yet still with without for from in on at by of to about like unlike than even only did does do will would could should can may might has have had is was were are be been being why how what where who which whether not no yes despite during under over against meanwhile however monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december today tomorrow yesterday et mais ou si quand selon pour avec sans lundi mardi mercredi jeudi vendredi samedi dimanche le la les y pero o cuando segun para con sin el los las lunes martes miercoles jueves viernes sabado domingo que qui".split(
		" ",
	);

/** A person without a name: whoever "he" was, it may now be this one. */
const strangers =
	"spokesman spokeswoman spokesperson spokespeople analyst official officials aide aides adviser advisor advisers advisors economist lawyer strategist professor expert experts critics farmer worker executive pollster reporter porte-parole porteparole portavoz analista analyste economiste experto asesor conseiller conseillere avocat avocate abogado abogada historian researcher officer student voter moderator anchor host".split(
		" ",
	);
const bodies =
	"house street times post journal news press party department committee court congress senate agency association union university council commission bank company inc corp group institute foundation office states york kingdom international national college church city county board air force army navy network television radio magazine today america center centre school hall tower trade agreement act".split(
		" ",
	);

/** Nouns that stand for a person by office, folded: "the prime minister said". */
export const officeNouns: ReadonlySet<string> = new Set(offices);

/** What leads from an office to what it is of, folded: "of", "du". */
export const ofWords: ReadonlySet<string> = new Set(
	"of du de des del d for".split(" "),
);

/** Nouns for people who are not named. */
export const strangerNouns: ReadonlySet<string> = new Set(strangers);

/** Words that make a run of capitals a body or a place and no person. */
export const bodyNouns: ReadonlySet<string> = new Set(bodies);

/** Adjectives of nations, states and their like, between an office and a name in French and Spanish. */
export const demonyms: ReadonlySet<string> = new Set(
	"americain americaine canadien canadienne mexicain mexicaine britannique francais francaise europeen europeenne chinois chinoise japonais japonaise allemand allemande indien indienne coreen coreenne quebecois quebecoise ontarien ontarienne albertain albertaine federal federale estadounidense mexicano mexicana canadiense europeo europea britanico britanica chino china japones japonesa aleman alemana frances francesa conservateur conservatrice".split(
		" ",
	),
);

/** Titles and honours: they may stand before a name and belong to it. */
export const titleWords: ReadonlySet<string> = new Set([
	...offices,
	...honorifics,
]);

/** Words that may begin a sentence with a capital and are no first name. */
export const openers: ReadonlySet<string> = new Set(openerWords);
