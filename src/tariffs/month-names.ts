const months = [
	"january jan janvier janv enero ene",
	"february feb fevrier fevr febrero",
	"march mar mars marzo",
	"april apr avril avr abril abr",
	"may mai mayo",
	"june jun juin junio",
	"july jul juillet juil julio",
	"august aug aout agosto ago",
	"september sept sep septembre septiembre setiembre",
	"october oct octobre octubre",
	"november nov novembre noviembre",
	"december dec decembre diciembre dic",
].map((names) => names.split(" "));

/** Every name of a month, folded, in three languages: alternatives of a pattern. */
export const monthNames = months
	.flat()
	.sort((a, b) => b.length - a.length)
	.join("|");

/** 1 to 12 of a folded name; 0 for another word. */
export function monthOf(name = ""): number {
	return months.findIndex((names) => names.includes(name)) + 1;
}
