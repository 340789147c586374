const english =
	"a about above across after again against all almost alone along already also although always am among an and another any anyone anything are around as ask at away back be became because become been before began behind being below best better between big both but by call came can cannot come could day did do does doing done down during each early either else end enough even ever every everyone few find first five for former found four from full gave get give go going gone good got great had half has have having he held help her here herself high him himself his how however i if in inside into is it it's its itself just keep kept know known largely last late later latest least left less like likely little long look made main make making man many may me mean might million monday more most mr mrs ms much must my myself near nearly need never new news next no nor not nothing now of off often old on once one only onto open or other others our out outside over own part past people per perhaps place point put quite rather really recent recently report reportedly right said same saturday saw say saying says second see seem seen send set several she should show side since six small so some something soon still such sunday take taken ten than that that's the their them themselves then there there's these they thing think third this those though three through thursday time to today together told tomorrow tonight too took toward tuesday turn two under until up upon us use used very via want was way we wednesday week weekend weeks well went were what when where whether which while who whole whom whose why will with within without work would year years yes yesterday yet you your united friday according amid year's day's month months hour hours minute minutes least per cent percent 's".split(
		" ",
	);
const french =
	"a afin ai ainsi alors apres au aucun aujourd'hui aura aussi autre autres aux avaient avait avant avec avoir c ce cela celle celles celui cent ces cet cette ceux chaque chez comme comment contre d dans de deja depuis des deux dit doit donc dont du elle elles en encore entre est et ete etre eu fait faire faut fois font hier il ils j jamais jeudi jour jours jusqu l la le les leur leurs lors lui lundi m ma mais mardi meme mercredi mes mois moins mon ne ni non nos notre nous on ont ou par parce pas peu peut peuvent plus plusieurs pour pourrait pres qu quand que quel quelle qui s sa samedi sans se selon semaine sera ses si soit son sont sous sur t tant tel tous tout toute toutes tres trois un une vendredi vers vos votre vous y annee ans an pourrait dimanche n unis uni".split(
		" ",
	);
const spanish =
	"al algo algunos ante antes asi aun aunque ayer bajo bien cada casi como con contra cual cuando cuatro de del desde despues dia dias dice dijo donde dos durante e el ella ellas ellos en entre era eran es esa ese eso esta estaba estado estan estas este esto estos fue fueron ha habia han hasta hay hoy jueves la las le les lo los lunes martes mas menos mes meses mi miercoles mientras mismo muy nada ni no nos nosotros o otra otro otros para pero poco por porque que quien sabado se sea segun semana ser si sido sin sobre solo son su sus tambien tan tanto tiene tienen toda todo todos tras tres un una uno unos viernes y ya ano anos domingo ciento unidos unido ee".split(
		" ",
	);

/** Folded words of English, French and Spanish that name no event. */
export const commonWords: ReadonlySet<string> = new Set([
	...english,
	...french,
	...spanish,
]);

/** Words, as story terms, that most stories of this beat share: they tell events apart poorly. */
export const beatWords: ReadonlySet<string> = new Set(
	"us canada mexico china europe tariff trad deal talk agreement government president prim trump carney import export dut negotiation administration hous whit product offic court tarif droit douan commerc accord gouvernement arancel comercio acuerdo gobierno".split(
		" ",
	),
);
