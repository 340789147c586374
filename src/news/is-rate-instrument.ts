import { findCodes } from "../tariffs/find-codes.ts";
import { findInstruments } from "../tariffs/find-instruments.ts";
import { findRates } from "../tariffs/find-rates.ts";
import { foldInPlace } from "../tariffs/fold-in-place.ts";

/** The words of an official item. */
export interface OfficialText {
	readonly title: string;
	/** All of it that the feed gave. */
	readonly text: string;
}

/** Titles of acts that set, change, suspend or end a charge on imports. */
const actTitle = alternatives([
	"adjust\\w* imports",
	"(?:impos|modif|amend|adjust|address|increas|strengthen|updat|suspen|terminat|end|eliminat|implement|continu|extend|restor)\\w*[^.]{0,80}\\b(?:dut(?:y|ies)|tariffs?|surcharge|surtax(?:es)?)",
	"(?:dut(?:y|ies)|tariffs?|surcharge|surtax)[^.]{0,60}\\b(?:impos|modif|amend|suspen|terminat|increas|take effect|remission)\\w*",
	"(?:surtax|customs tariff|remission)[^.]{0,60}\\border|order (?:amending|repealing)[^.]{0,80}\\b(?:surtax|customs tariff|remission)",
	"positive adjustment to competition from imports",
	"(?:tariff|harmonized tariff schedule)[^.]{0,60}modif\\w*|modif\\w*[^.]{0,60}harmonized tariff schedule",
	"temporary import (?:surcharge|duty)|duty[- ]free importation",
	"decret(?:o|) surtaxe|decret[^.]{0,60}(?:surtaxe|tarif des douanes)|decreto[^.]{0,80}(?:arancel|ligie|impuestos generales de importacion)",
]);

/** Proceedings under other laws, of which there are dozens a week: they set no rate of the book. */
const otherTitle = alternatives([
	"antidumping|anti-dumping|countervailing|administrative review|sunset review|changed circumstances|scope ruling",
	"proposed action|request for comments?|notice of hearing|notice of institution|initiation of|investigation of|determination not to",
	"quota fill|meeting|advisory committee|user fee|information collection|seizure|general exclusion order",
]);

/** What an act says of itself: it does something, to a charge. */
const operative = alternatives([
	"(?:shall|will|is|are) (?:hereby |also |now |be |not )*(?:subject to|impos\\w+|increas\\w+|rais\\w+|lower\\w+|reduc\\w+|modif\\w+|suspend\\w*|terminat\\w+|amend\\w+|appl(?:y|ied)|chang\\w+|paused|stayed)[^.;]{0,160}\\b(?:dut(?:y|ies)|tariffs?|surtax(?:es)?|surcharge|ad valorem|rates?)",
	"(?:dut(?:y|ies)|tariffs?|surtax(?:es)?|surcharge|ad valorem)[^.;]{0,120}\\b(?:shall|will|is hereby|are hereby)\\b",
	"(?:impos|increas|rais|lower|reduc|modif|suspend|terminat)\\w*[^.;]{0,80}\\b(?:dut(?:y|ies)|tariffs?|surtax(?:es)?|surcharge)",
]);

/** Only acts on charges speak so. */
const technical = [
	"harmonized tariff schedule",
	"entered for consumption|withdrawn from warehouse for consumption",
	"ad valorem",
	"customs tariff|tarif des douanes",
	"section 53 of the|subsection 53\\(2\\)|surtax",
	"chapter 99",
].map((words) => alternatives([words]));

/**
 * Whether an official item looks like an act that sets, changes, suspends or
 * ends a rate of duty: a proclamation, an order, a notice that cites headings
 * of chapter 99, a surtax order. It looks for a person to decide; dumping and
 * subsidy cases, comments and hearings are none.
 */
export function isRateInstrument({ title, text }: OfficialText): boolean {
	const head = foldInPlace(title);
	const body = foldInPlace(text);
	const cites = findCodes(text).some(({ digits }) => digits.startsWith("9903"));
	const isAct = actTitle.test(head);
	if (otherTitle.test(head)) return cites && isAct;
	const does = operative.test(body);
	const terms = technical.filter((one) => one.test(body)).length;
	const isRegulation = findInstruments(`${title}\n${text}`).some(
		({ kind }) => kind === "regulation" || kind === "customs-notice",
	);
	if (cites) return does || isAct;
	if (isAct) return does || terms > 0 || isRegulation || text.trim() === "";
	const isOfImports = charge.test(head) || /\bimports?\b/.test(head);
	const rates = chargedRates(text);
	return does && rates > 0 && (terms >= 2 || (isOfImports && rates > 1));
}

/** How many rates stand beside a charge. */
function chargedRates(text: string): number {
	const folded = foldInPlace(text);
	return findRates(text).filter(({ start, end }) =>
		charge.test(folded.slice(Math.max(0, start - reach), end + reach)),
	).length;
}

/** UTF-16 units around a rate. */
const reach = 80;
const charge =
	/\b(?:dut(?:y|ies)|tariffs?|surtax(?:es)?|surcharge|ad valorem)\b/;

function alternatives(words: readonly string[]): RegExp {
	return new RegExp(`\\b(?:${words.join("|")})`);
}
