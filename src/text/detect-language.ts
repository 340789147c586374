/** Tells the language of a text, ISO 639-1, given the one it is declared to be in. */
export type DetectLanguage = (text: string, declared: string) => string;

/** Those that our feeds may be in; fewer languages are told apart more surely. */
const likely =
	"en fr es de pt it nl pl sv da no fi cs ro hu el tr ru uk zh ja ko ar he hi vi th id".split(
		" ",
	);
/** What another language must be ahead of the declared one by, on eld's scale of 0 to 1. */
const margin = 0.05;
/** UTF-16 units: enough to be sure. */
const reach = 600;
/** Twelve Latin letters, or four of another script; fewer are a name, or tell nothing. */
const worded =
	/(?:\p{Script=Latin}\P{L}*){12}|(?:[^\P{L}\p{Script=Latin}]\P{L}*){4}/u;

let opened: Promise<DetectLanguage> | undefined;

/**
 * Loads the detector (eld: letter groups of 1.6 MB, some 40 MB in memory) once
 * in a process, when it is first needed. Where a text is short or two languages
 * are near, the declared one stands: most feeds tell the truth.
 */
export function languageDetector(): Promise<DetectLanguage> {
	opened ??= openDetector();
	return opened;
}

async function openDetector(): Promise<DetectLanguage> {
	const { eld } = await import("eld/small");
	eld.setLanguageSubset(likely);
	return (text, declared) => {
		const shown = text.slice(0, reach);
		if (!worded.test(shown)) return declared;
		const found = eld.detect(shown);
		const { [found.language]: best = 0, [declared]: known = 0 } =
			found.getScores();
		const isSure = found.isReliable() && best - known >= margin;
		return isSure ? found.language : declared;
	};
}
