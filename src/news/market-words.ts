import { stemOf } from "./story-terms.ts";

const english = `
	million billion trillion mln bln dollar dollars dlr dlrs cent cents pct percentage
	market markets price prices rate rates bank banks banking central money currency currencies exchange
	finance financial interest economy economies economic economist economists growth inflation
	demand supply supplies output production produce produced producer producers
	company companies corp corporation inc ltd plc co firm firms industry industries industrial business sector
	investor investors investment stock stocks share shares bond bonds fund funds
	analyst analysts trader traders dealer dealers official officials spokesman spokeswoman source sources
	chairman chief executive director manager minister ministers ministry secretary
	department agency board committee statement
	quarter quarterly annual fiscal average level levels figure figures data
	forecast estimate estimated expect expected
	increase increased decrease rise rising rose risen fall falling fell fallen gain gained decline declined
	account balance deficit surplus budget debt loan loans credit payment payments
	cost costs value sale sales sell selling sold buy buying bought purchase purchases
	capital tax taxes revenue income profit profits loss losses earnings
	tonne tonnes ton tons barrel barrels
	world global international national domestic foreign country countries nation state states
	north south east west compare compared period
	continue continued include included including follow following remain reach reached
	seek plan plans planned start begin announce announced add added report reported
	change changes meet meeting meetings`;
const french = `
	million millions milliard milliards euro euros prix taux marche marches banque banques
	economie economique economiques croissance ministre ministere entreprise entreprises societe secteur
	industrie hausse baisse trimestre annuel mondial national pays etat
	porte-parole directeur directrice responsable rapport valeur ventes vente achat commande contrat
	excedent dette impot revenu benefice perte baril`;
const spanish = `
	millon millones dolar dolares peso pesos precio precios tasa tasas mercado mercados banco bancos
	economia economico economica crecimiento ministro ministra secretaria secretario empresa empresas
	industria produccion alza baja trimestre anual mundial nacional internacional pais paises estado
	vocero directora informe valor ventas venta compra pedido contrato presupuesto superavit deuda
	impuesto ingreso ganancia perdida tonelada toneladas barril`;

/**
 * Folded words of English, French and Spanish, and their stems, that business
 * news holds whatever it tells of: two tellings that share them alone need not
 * be of one event.
 */
export const marketWords: ReadonlySet<string> = new Set(
	[english, french, spanish]
		.flatMap((words) => words.trim().split(/\s+/))
		.flatMap((word) => [word, stemOf(word)]),
);
