/** The five written forms of an English verb. */
export interface EnglishForms {
	readonly base: string;
	readonly present: string;
	readonly past: string;
	readonly participle: string;
	readonly gerund: string;
}

/** Present, past, participle and gerund of those that follow no rule. */
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
	shoot: "shoots shot shot shooting",
	hit: "hits hit hit hitting",
	stand: "stands stood stood standing",
	lay: "lays laid laid laying",
	read: "reads read read reading",
	see: "sees saw seen seeing",
	know: "knows knew known knowing",
	understand: "understands understood understood understanding",
	mean: "means meant meant meaning",
	seek: "seeks sought sought seeking",
	choose: "chooses chose chosen choosing",
	make: "makes made made making",
	take: "takes took taken taking",
	give: "gives gave given giving",
	send: "sends sent sent sending",
	put: "puts put put putting",
	have: "has had had having",
	draw: "draws drew drawn drawing",
	cast: "casts cast cast casting",
	hold: "holds held held holding",
	keep: "keeps kept kept keeping",
	tie: "ties tied tied tying",
	// These double their last letter.
	refer: "refers referred referred referring",
	rebut: "rebuts rebutted rebutted rebutting",
	brag: "brags bragged bragged bragging",
	dub: "dubs dubbed dubbed dubbing",
	quip: "quips quipped quipped quipping",
	admit: "admits admitted admitted admitting",
	slam: "slams slammed slammed slamming",
	rip: "rips ripped ripped ripping",
	jab: "jabs jabbed jabbed jabbing",
	pan: "pans panned panned panning",
	plan: "plans planned planned planning",
	regret: "regrets regretted regretted regretting",
	prefer: "prefers preferred preferred preferring",
	concur: "concurs concurred concurred concurring",
	differ: "differs differed differed differing",
	rap: "raps rapped rapped rapping",
	lob: "lobs lobbed lobbed lobbing",
	quiz: "quizzes quizzed quizzed quizzing",
	prod: "prods prodded prodded prodding",
	foresee: "foresees foresaw foreseen foreseeing",
	bat: "bats batted batted batting",
	shrug: "shrugs shrugged shrugged shrugging",
	demur: "demurs demurred demurred demurring",
	// British spelling, given as a verb of its own below the American one.
	signall: "signals signalled signalled signalling",
	labell: "labels labelled labelled labelling",
	counsell: "counsels counselled counselled counselling",
};

/** Writes out an English verb from its base. */
export function englishForms(base: string): EnglishForms {
	const written = irregular[base]?.split(" ") ?? regular(base);
	const [present = "", past = "", participle = "", gerund = ""] = written;
	return { base, present, past, participle, gerund };
}

function regular(base: string): string[] {
	const bare = base.replace(/e$/, "");
	if (/[^aeo]y$/.test(base)) {
		const stem = base.slice(0, -1);
		return [`${stem}ies`, `${stem}ied`, `${stem}ied`, `${base}ing`];
	}
	const isHissing = /(?:s|x|z|ch|sh)$/.test(base);
	const gerund = /ee$/.test(base) ? `${base}ing` : `${bare}ing`;
	return [
		isHissing ? `${base}es` : `${base}s`,
		`${bare}ed`,
		`${bare}ed`,
		gerund,
	];
}
