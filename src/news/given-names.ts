import { fold } from "../text/fold.ts";

/** Whom "he" and "she" may stand for. */
export type Gender = "f" | "m";

/** Given names that are borne by women far more often, in English, French and Spanish, folded. */
const women =
	"abigail adriana agnes aicha aileen alexandra alexandria alice alicia alison allison amanda amber amelia amina amy ana anabel angela angelica angelina angie anita anna annabelle anne annie antoinette ariana arlene ashley astrid audrey aurelie aurora barbara beatrice beatriz becky belinda bernadette bertha beth bethany betsy betty beverly bianca blanca bonnie brenda bridget brigitte brittany camila camille candace candice carla carlotta carly carmen carol carole carolina caroline carolyn carrie cassandra catalina catherine cecile cecilia celia celine chantal charlene charlotte chelsea cherie cheryl chloe christelle christiane christina christine chrystia cindy claire clara clarissa claudia colette colleen connie constance consuelo corinne cristina cynthia daisy daniela danielle dawn debbie deborah debra delphine denise diana diane dianne dina dolores dominga donna dora doris dorothy edith eileen elaine eleanor elena elisa elisabeth elise elizabeth ella ellen elodie eloise elsa elvira emilie emily emma erica erika esperanza estelle esther eugenie eva evelyn fabienne fatima felicia fernanda fiona flora florence frances francine francoise gabriela gabrielle gail genevieve georgette georgia geraldine gertrude gillian gina ginger giorgia gisele gladys gloria grace graciela greta gretchen gwen hannah hazel heather heidi helen helena helene henrietta hilary hilda hillary ida imelda ines ingrid irene iris isabel isabella isabelle ivana ivonne jacinta jacqueline jana jane janet janice jasmine jeanette jeanine jeanne jenna jennifer jenny jessica jill joan joanna joanne jocelyne jodi jodie johanna josefina josephine joyce juana juanita judith judy julia juliana julie juliet juliette justine karen karin karina karine karla karoline kaja ngozi sanae kate katharine katherine kathleen kathryn kathy katie katrina kayla keri kimberly kirsten krista kristen kristi kristin kristina lana laura lauren laurie leah leila lena leonor leticia lidia lila lillian lily lina linda lisa liz liza lois lola loretta lori lorraine louise lourdes lucia lucie lucille lucy luisa lupita lydia lynda lynn mabel madeleine madeline magali maggie manon mara marcela marcia margaret margarita margaux margot marguerite maria mariana marianne marie marilyn marina marine marion marisa marisol marissa marjorie marla marlene marta martha martine mary maryam mathilde maureen maxine megan meghan melania melanie melinda melissa melody mercedes meredith mia michaela michele micheline michelle mildred minerva miranda mireille miriam moira molly monica monique muriel myriam nadia nadine nancy naomi natalia natalie natasha nathalie nicole nikki nina noelle noemi nora norma odile olga olivia pamela paola patricia patsy patty paula paulette pauline pearl peggy penelope penny phoebe phyllis pilar priscilla priya rachel ramona raquel rebecca regina renata renee rhonda rita roberta rocio rona rosa rosalie rosalind rose roseanne rosemary rosie roxanne ruth sabine sabrina sally samantha sandra sandrine sara sarah saskia selena selma severine sharon sheila shelley sherry shirley silvia simone sofia solange sonia sophia sophie soraya stacey stacy stella stephanie sue susan susana susanna suzanne suzie sylvia sylvie tamara tammy tania tanya tara tatiana teresa tess theresa therese tiffany tina trudy ursula valerie vanessa vera veronica veronique vicky victoria violet violeta virginia virginie viviane wanda wendy whitney wilma ximena yasmin yolanda yvette yvonne zoe";
/** The same for men. */
const men =
	"aaron abdul abraham adam adolfo adrian ahmed alain alan albert alberto alejandro alexander alexandre alfonso alfred alfredo ali allan allen alonso alvaro andre andres andrew andrzej andy angus anthony antoine anton antonio armand armando arnaud arnold arthur arturo augustin augusto aurelien barack barry bart bartholomew basil bastien ben benedict benito benjamin benoit bernard bernie bertrand bill billy bob bobby boris brad bradley brandon brendan brent bret brett brian bruce bruno bryan byron caleb calvin carl carlo carlos cedric cesar charles chester christian christophe christopher chuck clarence clark claudio clement cliff clifford clyde colin conor conrad corey cornelius craig curtis cyril damian damien dan daniel danny darrell darren dave david dean declan denis dennis derek desmond diego dieter dirk dmitri dominic don donald doug douglas duncan dustin dwayne dwight dylan earl ed eddie edgar edmund edouard eduardo edward edwin efrain elias elliot elliott elmer elon emilio emmanuel enrico enrique eric erick erik ernest ernesto esteban ethan etienne eugene evan fabien fabio fabrice federico felipe felix ferdinand fernando fidel filip flavio florian floyd francesco francis francisco francois frank franklin franz fred freddie frederic frederick friedrich fredrik gabriel gareth garrett gary gaston gavin geoff geoffrey georg george georges gerald gerard gerardo gerhard gilbert gilberto gilles giovanni giuseppe glen glenn gordon graham greg gregg gregory guillaume guillermo gunther gus gustavo guy hans harold harrison harry harvey hector heinrich helmut henri henrik henry herbert herman hernan homer horacio howard hubert hugh hugo humberto ian ignacio igor isaac ismael ivan jack jacob jacques jaime jair jake jamal james jamieson jared jason javier jay jean-claude jed jeff jefferson jeffrey jens jeremy jerome jerry jesse jesus jim jimmy joachim joaquin joe joel joey johann johannes john johnny jon jonah jonas jonathan jorge jose josef joseph josh joshua josue juan jules julian julien julio jurgen justin karl keir keith kelvin ken kenneth kent kevin kirk klaus konrad kurt kyle lance larry lars laurent lawrence leif len leo leon leonard leonardo leopoldo leroy lester lewis lionel lloyd loic lorenzo lou louis luc luca lucas lucien luigi luis luke luther maciej magnus malcolm manfred manuel marc marcel marcelo marco marcos marcus maros mariano mario mark marshall martin marty marvin mateo mathieu mathis matt matteo matthew matthias maurice mauricio max maxim maxime maximilian melvin michael michel miguel mike mikhail miles milton mitch mitchell modesto mohamed mohammed moises morris muhammad murray narendra nathan nathaniel ned neil nelson nicholas nick nicolas nigel noah noam noel norbert norman octavio olaf oleg oliver olivier omar oscar oswaldo otto owen pablo pascal patrice patricio patrick paul pavel pedro percy perry pete peter phil philip philippe phillip pierre pieter preston quentin rafael ralph ramon randall randy raphael raul ray raymond recep reginald remi rene rex reza ricardo richard rick ricky rob robby robert roberto rodney rodolfo rodrigo rogelio roger roland rolf romain roman romeo ron ronald rory ross roy ruben rudolf rudolph rudy rufus russ russell ryan salvador sam samir samuel santiago saul scott sean sebastian sebastien serge sergei sergio seth shane shaun shawn shinzo simon stan stanislas stanley stefan stephane stephen steve steven stewart stuart sven sylvain ted terrence theo theodore thibault thierry thomas tiff tim timothy tobias toby todd tom tommy tony travis trent trevor trey troy tyler ulrich umberto valentin vasily vernon vicente victor vince vincent vladimir volodymyr wab wade wallace walt walter warren wayne wesley wilbur wilfred wilhelm willard william willie winston wolfgang xavier yannick yves zach zachary";

const genderOf = new Map<string, Gender>([
	...women.split(" ").map((name): [string, Gender] => [name, "f"]),
	...men.split(" ").map((name): [string, Gender] => [name, "m"]),
]);
const honorifics: ReadonlyMap<string, Gender> = new Map([
	...[
		"mr",
		"mister",
		"sir",
		"lord",
		"king",
		"prince",
		"m",
		"sr",
		"senor",
		"don",
	].map((word): [string, Gender] => [word, "m"]),
	...[
		"mrs",
		"ms",
		"miss",
		"lady",
		"dame",
		"queen",
		"princess",
		"mme",
		"mlle",
		"madame",
		"sra",
		"senora",
		"dona",
	].map((word): [string, Gender] => [word, "f"]),
]);

/** The gender that a given name tells, from its first word; nothing when it tells none. */
export function genderOfName(given: string): Gender | undefined {
	const folded = fold(given);
	const [first = "", second] = folded.split(/[\s-]+/);
	const compound = second === undefined ? undefined : genderOf.get(folded);
	return compound ?? genderOf.get(first);
}

/** The gender that a title tells: `Mrs`, `M.`, `Sra`. */
export function genderOfTitle(word: string): Gender | undefined {
	return honorifics.get(word);
}
