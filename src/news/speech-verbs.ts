import { englishForms } from "./english-verbs.ts";
import { spanishSpeech } from "./speech-verbs-es.ts";
import { frenchSpeech } from "./speech-verbs-fr.ts";

/** One written form of a verb of saying or thinking. */
export interface VerbForm {
	/**
	 * `speech` proves that someone spoke; `shown` only with words to show beside
	 * it: "added that", "continued: “"; `stance` tells what someone thinks or
	 * wants, with what it is: "wants to", "opposes the ban".
	 */
	readonly proof: "speech" | "shown" | "stance";
	readonly form: "finite" | "participle" | "gerund" | "base";
	/** Spanish needs no subject: "“No”, añadió." */
	readonly isSpanish?: boolean;
}

const telling =
	"concur pounce parry goad demur bristle intone gush tease telegraph broach backtrack backpedal equivocate hedge fulminate quibble harangue moot rebuff reprise testify preview grouse compliment downplay spell acquiesce parrot trumpet peg deem say tell write ask answer reply respond claim argue assert insist contend declare announce warn note observe explain suggest hint imply indicate signal mention acknowledge admit concede confess confirm deny dispute stress emphasize emphasise underline underscore highlight reiterate restate predict state estimate forecast speak talk describe characterize characterise label brand dub liken compare contrast portray remark quip joke tweet retweet outline float allege attest testify assure remind reveal disclose voice echo rail rant shout yell chant cite quote allude refer retort rebut opine speculate proclaim reassure invoke comment express order detail articulate caution counsel signall labell counsell lecture boast brag tout muse fume recite relay blurt utter mutter mumble murmur whisper bark bellow scoff sneer grumble gripe grouse moan whine deadpan crow gloat exult jeer jest posit postulate surmise theorize hypothesize recant retract expound reminisce summarize summarise reference inquire profess avow divulge blog email enthuse marvel pontificate snipe preach sermonize mischaracterize equate";
const judging =
	"accuse blame blast slam criticize criticise critique rebuke chide mock ridicule taunt insult denounce condemn deride decry bemoan lament complain praise applaud commend laud hail salute dismiss question disavow lambaste lambast assail savage rip trash knock bash skewer castigate chastise scold admonish upbraid reprimand berate disparage belittle malign vilify attack challenge defend credit thank congratulate apologize apologise object protest attribute confront pan needle fault deplore excoriate flay pillory eviscerate censure repudiate renounce rebuff disown discredit refute contradict debunk lampoon insinuate smear extol eulogize grill quiz interrogate hector";
const asking =
	"dare promise vow pledge threaten swear propose urge demand implore exhort beg plead call encourage advise recommend endorse advocate press warn beseech entreat lobby prod instruct";
const shown =
	"mouth notify brief allow push lash go side play campaign add maintain continue conclude recall begin offer repeat report stand fire shoot hit double lay clarify elaborate finish close open counter request inform recount address weigh wonder reason charge read point interject exclaim post put frame sum feel consider know understand recognize recognise realize realise like love hate resent view regard see cast paint introduce identify brush shrug wave bat";
const stances =
	"believe think doubt suspect fear worry want wish hope prefer intend plan oppose favor favour reject champion welcome agree disagree expect regret support vouch refuse anticipate promote back admire envision foresee mull dread relish disapprove condone distrust mistrust crave yearn";

const english = [
	...formsOf(stances, "stance"),
	...formsOf(shown, "shown"),
	...[telling, judging, asking].flatMap((verbs) => formsOf(verbs, "speech")),
];
const isBase = ([, { form }]: [string, VerbForm]) => form === "base";
const englishBases: ReadonlyMap<string, VerbForm> = new Map(
	english.filter(isBase),
);

/**
 * Every written form, folded, of the verbs that say that someone spoke, in
 * three languages. A French form outdoes an English base it is written like:
 * "a déclaré", "declare".
 */
export const verbForms: ReadonlyMap<string, VerbForm> = new Map([
	...englishBases,
	...frenchSpeech,
	...spanishSpeech,
	...english.filter((entry) => !isBase(entry)),
]);

/** The form of a verb of saying at a word; behind "to" it is English. */
export function verbFormAt(
	words: readonly { readonly text: string }[],
	at: number,
): VerbForm | undefined {
	const text = words[at]?.text ?? "";
	const isBase = words[at - 1]?.text === "to" && englishBases.has(text);
	return isBase ? englishBases.get(text) : verbForms.get(text);
}

/** Whoever stands after one of these is its object: "who accused Greer". */
export const personVerbs: ReadonlySet<string> = new Set([
	...[
		judging,
		"tell support oppose endorse advise challenge press urge beg implore remind reassure assure",
	].flatMap((verbs) =>
		formsOf(verbs, "speech")
			.filter(([, { form }]) => form !== "base")
			.map(([text]) => text),
	),
	..."met meets meeting beat beats beating joined joins joining helped helps helping backed backs backing visited visits heard hears hearing watched watches watching sued fired hired interviewed faces faced facing elected nominated picked asked asks asking rencontre rencontrer".split(
		" ",
	),
]);

function formsOf(
	verbs: string,
	proof: VerbForm["proof"],
): [string, VerbForm][] {
	return verbs.split(" ").flatMap((verb) => {
		const { base, present, past, participle, gerund } = englishForms(verb);
		const forms: [string, VerbForm["form"]][] = [
			[base, "base"],
			[present, "finite"],
			[participle, "participle"],
			[past, past === participle ? "participle" : "finite"],
			[gerund, "gerund"],
		];
		return forms.map(([text, form]): [string, VerbForm] => [
			text,
			{ proof, form },
		]);
	});
}
