import { wordGroups } from "./word-groups.ts";

/** What is done, folded, in three languages; a word may stand for more than one act. */
const acts: Readonly<Record<string, string>> = {
	raise:
		"raise raises raised raising hike hikes hiked increase increases increased increasing double doubles doubled triple triples boost boosts releve relevera augmente hausse double sube eleva aumenta aumento duplica",
	lower:
		"lower lowers lowered lowering cut cuts cutting reduce reduces reduced slash slashes slashed trim trims ease eases eased halve halves baisse abaisse reduit baja reduce recorta rebaja",
	impose:
		"impose imposes imposed imposing hit hits slap slaps slapped charge charges levies adopt adopts enact enacts introduce introduces retaliate retaliates retaliated strikes impose imposent frappe adopte impone imponen aplica",
	begin:
		"begin begins began start starts started open opens opened opening launch launches launched initiate initiates initiation initiating kick kicks commence commences ouvre ouvrira ouvriront lance lancent debute commence commencera abre abrira inicia iniciara comenzara comienza arranca",
	renew:
		"reopen reopens resume resumes resumed renew renews extend extends extended extension prolong prolonge reprend rouvre reanuda prorroga extiende",
	pause:
		"pause pauses paused suspend suspends suspended suspension delay delays delayed postpone postpones postponed defer defers deferred moved reschedule rescheduled freeze freezes halt halts halted suspend reporte reporter suspende aplaza pospone",
	end: "end ends ended lift lifts lifted repeal repeals repealed revoke revokes revoked revocation rescind rescinds rescinded rescission withdraw withdraws withdrew scrap scraps scrapped cancel cancels cancelled drop drops dropped remove removes removed eliminate eliminates terminate terminates terminated annule abroge leve retire supprime cancela elimina deroga retira levanta",
	protest:
		"protest protests protested denounce denounces denounced condemn condemns condemned slam slams slammed criticize criticizes criticise criticises blast blasts blasted oppose opposes decry decries denonce condamne proteste critique rechaza condena protesta critica",
	refuse:
		"reject rejects rejected refuse refuses refused deny denies denied dismiss dismisses dismissed rejette refuse rechaza niega",
	welcome:
		"welcome welcomes welcomed praise praises hail hails applaud applauds salue celebra",
	threaten:
		"threaten threatens threatened threat warn warns warned mulls weighs considers consider eyes menace envisage amenaza advierte",
	contest:
		"challenge challenges challenged appeal appeals appealed sue sues sued contest contests conteste impugna apela",
	uphold:
		"uphold upholds upheld affirm affirms affirmed sustain sustains sustained confirme confirma",
	overturn:
		"overturn overturns overturned invalidate invalidates invalidated unlawful illegal illegally invalide annule strikes struck remand remands remanded",
	approve:
		"approve approves approved ratify ratifies ratified pass passes passed approuve ratifie aprueba ratifica",
	rise: "rise rises rose climb climbs climbed grow grows grew jump jumps jumped surge surges surged widen widens widened augmente hausse progresse sube crece aumenta",
	fall: "fall falls fell decline declines declined shrink shrinks shrank slip slips slipped plunge plunges plunged narrow narrows narrowed drop drops dropped recule baisse chute cae bajan baja",
	exempt:
		"exempt exempts exempted exemption exclude excludes exclusion exempte exenta excluye",
};

/** The acts that a folded word may stand for; none for other words. */
export const actsNamed = wordGroups(acts);
