import { otherSpeech } from "./speech-verbs-fr-es.ts";

/** One written form of a verb of saying. */
export interface VerbForm {
	/** `shown`: proves speech only with words to show beside it: "added that", "continued: “". */
	readonly proof: "speech" | "shown";
	readonly form: "finite" | "participle" | "gerund" | "base";
}

const speech =
	"say tell write ask answer reply respond claim argue assert insist maintain contend declare announce warn note observe explain suggest hint imply indicate signal mention acknowledge admit concede confirm deny dispute stress emphasize emphasise underline underscore reiterate promise vow pledge threaten swear predict propose urge demand implore exhort accuse blame blast slam criticize criticise rebuke chide mock ridicule taunt insult denounce condemn deride decry bemoan lament complain praise applaud commend laud tout boast brag endorse dismiss question describe characterize characterise label brand dub liken remark quip joke tweet retweet outline float allege attest testify assure remind caution counsel reveal disclose apologize apologise thank congratulate voice echo rail rant shout yell chant cite allude refer object retort rebut opine speculate proclaim reassure invoke disavow denounce lambaste lambast call point talk speak state defend encourage challenge attack credit comment compare express post order advise recommend".split(
		" ",
	);
const shown =
	"add continue conclude recall begin offer repeat go believe think feel agree find report hope stand fire shoot hit double lay clarify elaborate finish close open counter request inform detail recount estimate forecast highlight reject welcome address support back weigh muse wonder reason expect worry hint charge read".split(
		" ",
	);
const irregular: Readonly<Record<string, string>> = {
	say: "says said said saying",
	tell: "tells told told telling",
	write: "writes wrote written writing",
	swear: "swears swore sworn swearing",
	speak: "speaks spoke spoken speaking",
	think: "thinks thought thought thinking",
	feel: "feels felt felt feeling",
	find: "finds found found finding",
	begin: "begins began begun beginning",
	go: "goes went gone going",
	forecast: "forecasts forecast forecast forecasting",
	refer: "refers referred referred referring",
	rebut: "rebuts rebutted rebutted rebutting",
	brag: "brags bragged bragged bragging",
	dub: "dubs dubbed dubbed dubbing",
	quip: "quips quipped quipped quipping",
	admit: "admits admitted admitted admitting",
	slam: "slams slammed slammed slamming",
	shoot: "shoots shot shot shooting",
	hit: "hits hit hit hitting",
	stand: "stands stood stood standing",
	lay: "lays laid laid laying",
	read: "reads read read reading",
};

/** Every written form, folded, of the verbs that say that someone spoke, in three languages. */
export const verbForms: ReadonlyMap<string, VerbForm> = inOrder();

/** A French form outdoes an English base it is written like: "a déclaré", "declare". */
function inOrder(): Map<string, VerbForm> {
	const english = [
		...shown.flatMap((verb) => englishForms(verb, "shown")),
		...speech.flatMap((verb) => englishForms(verb, "speech")),
	];
	const isBase = ([, { form }]: [string, VerbForm]) => form === "base";
	return new Map([
		...english.filter(isBase),
		...otherSpeech,
		...english.filter((entry) => !isBase(entry)),
	]);
}

function englishForms(
	base: string,
	proof: VerbForm["proof"],
): [string, VerbForm][] {
	const written = irregular[base]?.split(" ") ?? regular(base);
	const [present = "", past = "", participle = "", gerund = ""] = written;
	return [
		[base, { proof, form: "base" }],
		[present, { proof, form: "finite" }],
		[participle, { proof, form: "participle" }],
		[past, { proof, form: past === participle ? "participle" : "finite" }],
		[gerund, { proof, form: "gerund" }],
	];
}

function regular(base: string): string[] {
	const bare = base.replace(/e$/, "");
	const isHissing = /(?:s|x|z|ch|sh)$/.test(base);
	if (/[^aeo]y$/.test(base)) {
		const stem = base.slice(0, -1);
		return [`${stem}ies`, `${stem}ied`, `${stem}ied`, `${base}ing`];
	}
	return [
		isHissing ? `${base}es` : `${base}s`,
		`${bare}ed`,
		`${bare}ed`,
		/ee$/.test(base) ? `${base}ing` : `${bare}ing`,
	];
}
