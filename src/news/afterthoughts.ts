/**
 * What stands between an attribution and the words said, or after both: when,
 * where and to whom. English, French and Spanish; texts as written, not folded.
 */
const days =
	"[Mm]onday|[Tt]uesday|[Ww]ednesday|[Tt]hursday|[Ff]riday|[Ss]aturday|[Ss]unday|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo";
const places =
	"to|in|on|at|during|after|before|when|while|as|of|from|with|via|through|by|again|later|earlier|last|this|next|here|yesterday|today|recently|about|en|a|au|aux|à|devant|lors|dans|sur|hier|ce|cette|ante|durante|ayer|el|este|esta|tras|al";
const hearers = "reporters|supporters|journalists|lawmakers|voters|him|them|us";
/** A word of an aside; none of those left out stands outside a clause. */
const asideWord = String.raw`(?!(?:he|she|it|they|we|is|was|are|were|has|have|had|hasn['’]t|will|would|not|il|elle|est)\s)[\p{L}\p{N}'’".-]+\s+`;

const plain = new RegExp(
	String.raw`^(?:\s*[,;:—–-]|\s*$|\s*\.|\s+(?:${places}|${days}|${hearers})(?!\p{L}))`,
	"u",
);
/** The same after "told the Post". */
const told = new RegExp(
	String.raw`^\s+(?:(?:\p{Lu}[\p{L}.’']*|the|a|an)\s+){0,4}(?:[\p{L}.’']+\s+){0,2}(?:[\p{L}.’']+[.,]|[\p{L}.’']+\s+(?:${places}|${days}))(?!\p{L})`,
	"u",
);
const plainThat = new RegExp(
	String.raw`^\s+(?:${places}|${days}|${hearers})\s+(?:${asideWord}){0,8}?(?:that|que|qu['’])(?!\p{L})[\s,]*`,
	"u",
);
const toldThat = new RegExp(
	String.raw`^\s+(?:${asideWord}){1,8}?(?:that|que|qu['’])(?!\p{L})[\s,]*`,
	"u",
);
const that = /^[\s,:;—–-]+(?:(?:that|que|qu['’])(?!\p{L})[\s,]*)?/u;
const tellers =
	/(?:told|tells?|telling|remind\w*|assur\w*|warn\w*|inform\w*|ask\w*)$/i;

/** Whether a cue takes a hearer: "told the Post". */
export function takesHearer(cue: string): boolean {
	return tellers.test(cue);
}

/** Whether nothing is said in a rest of a sentence: "in Ottawa on Monday." */
export function isAfterthought(rest: string, isTold: boolean): boolean {
	if (plainThat.test(rest)) return false;
	return plain.test(rest) || (isTold && told.test(rest));
}

/** How long what leads to the words is: " reporters on Monday that ". */
export function lengthOfLead(rest: string, isTold: boolean): number {
	const lead =
		plainThat.exec(rest) ??
		(isTold ? toldThat.exec(rest) : null) ??
		that.exec(rest);
	return lead?.[0].length ?? 0;
}
