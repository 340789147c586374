/** The small words that show how a clause is built, in English, French and Spanish, folded. */
function words(list: string): ReadonlySet<string> {
	return new Set(list.split(" "));
}

/** Before a participle they make a passive. */
export const be = words(
	"is was were are be been being am est sont ete etait etaient fue fueron es son era ser sido",
);

/** Stand between a subject and its verb and belong to the verb. */
export const auxiliaries = words(
	"is was were are be been being makes made making it has have had 's did does do a ont avait avaient aura auront est sont s t l lui leur ha han habia habian se lo le les nous me to et y en",
);

/** Stand between a subject and its verb, or after "said", and change nothing. */
export const adverbs = words(
	"pourtant donc cependant neanmoins certes quant nouveau finalement ailleurs revanche contente empresse borne ose tente choisi desormais auparavant recemment precedemment sin embargo entonces despues antes volvio vuelve llego llega alcanzo empezo comenzo paso vino viene venait vient commence continue toujours souvent longtemps vite bien mieux deux fois siempre todavia aun mas otra vez also since recently later then now again once twice repeatedly just still even already previously once often sometimes always long first himself herself themselves instead too soon thus earlier today yesterday tonight on in this last week month year morning afternoon evening night day weekend late early monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december went go going goes gone to continued continues continuing began begun begins started seemed seems appeared appears tried tries sought seeks quick proceeded moved had quoted as aussi ensuite egalement deja notamment toutefois encore meme hier lundi mardi mercredi jeudi vendredi samedi dimanche ce matin soir par ailleurs ainsi plutot tambien ademas ayer asimismo incluso lunes martes miercoles jueves viernes sabado domingo ya luego igualmente both all each who which qui quien que rather famously reportedly ever thereby further quickly dit tenu tient venu a",
);

/** Said not to have been said. */
export const denials = words(
	"not never didn't hasn't haven't hadn't doesn't don't isn't wasn't weren't aren't nor ne n pas jamais no nunca tampoco",
);

/** Not said, or not yet. */
export const modals = words(
	"won't wouldn't couldn't can't cannot would could may might should will shall must can ought she'll he'll he'd she'd",
);

/** Join two verbs of one subject, or two subjects of one verb. */
export const joiners = words(
	"and but or then yet while et mais puis y e pero &",
);

/** Join the last two of a list. */
export const listJoiners = words("and or et y e &");

/** After these a gerund tells what the subject of the clause did. */
export const byWords = words(
	"by to in while when after before upon en al for of without from like including through despite at besides apart",
);

/** "kept saying", "a letter calling for": the words before the gerund are the subject's own. */
export const aspects = words(
	"started began begun kept keeps spent stopped resumed continued statement letter tweet tweets message email speech memo note op-ed post video ad column interview remarks campaign career time years months weeks days hours comments",
);

/** "took to Twitter to denounce": an occasion to speak that is used. */
export const occasions = words(
	"twitter facebook instagram social truth youtube tiktok podcast stage podium floor opportunity occasion speech interview statement rally letter debate platform address microphone appearance moment tweet tweets television x tribune micro occasion discours podium estrado tribuna ocasion discurso microfono",
);

export const prepositions = words(
	"beside alongside of for to with by from about against on at in toward towards between among behind beyond under over around near without told during through via amid following unlike despite de du des d pour par avec chez contre sur a au aux en dans lors del con por sobre hacia al ante durante tras",
);

/** After the subject they begin a phrase that parts it from its verb. */
export const phraseStarts: ReadonlySet<string> = new Set([
	...prepositions,
	...words("after before since until apres avant depuis desde despues"),
]);

export const determiners = words("the a an this every each some many");
export const conditions = words("if whether unless si");
