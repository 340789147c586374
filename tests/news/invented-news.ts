const given =
	"Ada Bruno Carla Dmitri Elena Farid Greta Hugo Ines Jonas Keiko Liam Mona Nadia Omar Petra Quentin Rosa Samir Tessa".split(
		" ",
	);
const beginnings =
	"Abar Brandt Castel Dufren Eklun Ferran Galind Hartw Ibar Jansel Kovar Lindqu Morel Novar Okaf Pereir Quiro Rosend Sandov Trembl Uedar Vasqu Whitl Yilm Zabal".split(
		" ",
	);
const familyEnds = "ez ou ist ano ek ara eau ich olt ius".split(" ");
const townEnds = "burg port ville stad minster ona field haven".split(" ");
const firmEnds = "ex tech corp ora via lux one dyne".split(" ");
const goods =
	"steel plate,wire rod,aluminum foil,softwood lumber,frozen shrimp,brake drums,solar cells,copper tube,dairy powder,pork loins,durum wheat,canola oil,potash,cut flowers,ceramic tile,truck tires,paper bags,phosphate,tomato paste,cotton yarn,olive oil,bourbon,newsprint,mattresses,graphite".split(
		",",
	);
const bodies =
	"the trade tribunal,the customs agency,the commerce ministry,a federal court,the finance committee,the port authority,the growers' association,the metalworkers' union".split(
		",",
	);

/** What a made-up event is about; every telling of it draws on these. */
interface Event {
	readonly who: string;
	readonly other: string;
	readonly town: string;
	readonly far: string;
	readonly good: string;
	readonly firm: string;
	readonly body: string;
	readonly rate: number;
	readonly sum: number;
}

type Telling = (event: Event) => readonly [string, ...string[]];

/** Kinds of event: a title, then the sentences of the body. */
const kinds: readonly Telling[] = [
	(e) => [
		`${e.body} finds ${e.firm} dumped ${e.good}`,
		`${e.firm} sold ${e.good} below cost for two years, ${e.body} found in a ruling released in ${e.town}.`,
		`The finding sets a margin of ${e.rate} per cent and sends the case to ${e.who}, who has ninety days to decide on relief.`,
		`Lawyers for the company called the arithmetic wrong and said that they would ask for a review.`,
		`Shipments through ${e.far} have fallen by half since the complaint was filed, brokers there said.`,
		`A hearing on injury is planned before the end of the quarter.`,
	],
	(e) => [
		`${e.firm} to close its ${e.good} plant in ${e.town}`,
		`${e.firm} will shut the plant in ${e.town} that makes ${e.good}, with the loss of ${e.sum} jobs, chief executive ${e.who} told workers.`,
		`She blamed dear power and orders that went to rivals near ${e.far}.`,
		`The mayor, ${e.other}, said that the town had been given one hour of warning.`,
		`Machines are to be moved out over the summer and the site sold.`,
	],
	(e) => [
		`Dockers walk out at ${e.town} over overtime`,
		`Cranes stood still in ${e.town} after ${e.sum} dockers walked out in a quarrel over overtime, leaving ${e.good} on the quays.`,
		`Union leader ${e.who} said that no ship would be worked until the port talks about night shifts.`,
		`Lines have begun to send vessels on to ${e.far}.`,
		`${e.firm}, which ships most of the cargo, said that it had stock for a week.`,
	],
	(e) => [
		`${e.who} opens inquiry into ${e.good} quotas`,
		`Minister ${e.who} has asked ${e.body} to look into how quotas for ${e.good} are shared out.`,
		`Importers in ${e.town} say that ${e.firm} holds two thirds of the licences and leaves many of them unused.`,
		`The inquiry is to report within ${e.rate} weeks, and may propose an auction.`,
		`${e.other}, who speaks for small traders, called the step long overdue.`,
	],
	(e) => [
		`Fire at ${e.town} warehouse destroys ${e.good}`,
		`A fire that began in a loading bay burned through a warehouse in ${e.town} and destroyed ${e.sum} tonnes of ${e.good}.`,
		`Fire chief ${e.who} said that nobody was hurt and that wiring was being examined.`,
		`The building belonged to ${e.firm}, whose insurers sent surveyors the same morning.`,
		`Buyers in ${e.far} are asking for replacement cargoes.`,
	],
	(e) => [
		`${e.firm} buys ${e.town} rival for ${e.sum} million`,
		`${e.firm} agreed to buy a ${e.town} maker of ${e.good} for ${e.sum} million dollars in cash and shares.`,
		`The buyer's chair, ${e.who}, expects the competition office to clear the purchase by spring.`,
		`Together the two would hold ${e.rate} per cent of the market.`,
		`${e.other}, an analyst in ${e.far}, said that the price was rich.`,
	],
	(e) => [
		`Inspectors turn back ${e.good} at ${e.town}`,
		`Inspectors in ${e.town} turned back ${e.rate} containers of ${e.good} after tests showed residues above the limit.`,
		`The consignee, ${e.firm}, may ship the goods home or destroy them, said ${e.who} of the plant health service.`,
		`All arrivals from ${e.far} will be sampled until further notice.`,
		`Exporters complain that the limit was changed without a word.`,
	],
	(e) => [
		`${e.who} named to head trade mission in ${e.far}`,
		`${e.who}, a former buyer of ${e.good} for ${e.firm}, was named to lead the trade mission in ${e.far}.`,
		`The post has stood empty since ${e.other} left for private practice.`,
		`Exporters in ${e.town} hope for help with certificates and late payments.`,
		`The mission's budget grew to ${e.sum} thousand a year.`,
	],
	(e) => [
		`Refund of ${e.rate} per cent duty on ${e.good} ordered`,
		`Judges ordered customs to give back a ${e.rate} per cent duty that ${e.firm} had paid on ${e.good} landed in ${e.town}.`,
		`The classification was plainly mistaken, wrote judge ${e.who} for the panel.`,
		`With interest the refund comes to ${e.sum} thousand dollars.`,
		`Counsel ${e.other} said that dozens of importers wait with the same claim.`,
	],
	(e) => [
		`Drought cuts ${e.good} harvest around ${e.town}`,
		`The driest season in ${e.rate} years has cut supplies of ${e.good} around ${e.town}, and prices have leapt.`,
		`Agronomist ${e.who} puts the loss at ${e.sum} thousand tonnes.`,
		`${e.firm} has begun to buy in ${e.far} to keep its contracts.`,
		`Growers ask for the import levy to be lifted for a season.`,
	],
];

/** The same draws for the same seed, on every run. */
function draws(seed: number): (limit: number) => number {
	let state = (seed * 2_654_435_761) >>> 0;
	return (limit) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * limit);
	};
}

export interface InventedNews {
	readonly title: string;
	/** In order. */
	readonly sentences: readonly string[];
}

/** A made-up trade event as one outlet tells it; every number gives another event. */
export function inventedNews(seed: number): InventedNews {
	const draw = draws(seed + 1);
	const of = (list: readonly string[]) => list[draw(list.length)] ?? "";
	const person = () => `${of(given)} ${of(beginnings)}${of(familyEnds)}`;
	const event: Event = {
		who: person(),
		other: person(),
		town: of(beginnings) + of(townEnds),
		far: of(beginnings) + of(townEnds),
		good: of(goods),
		firm: of(beginnings) + of(firmEnds),
		body: of(bodies),
		rate: 3 + draw(90),
		sum: 20 + draw(9000),
	};
	const tell = kinds[draw(kinds.length)];
	if (!tell) throw new Error("there are no kinds of event");
	const [title, ...sentences] = tell(event).map(
		(line) => line.charAt(0).toUpperCase() + line.slice(1),
	);
	return { title: title ?? "", sentences };
}
