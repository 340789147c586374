/** Given names and what their bearers are called, in groups. */
const groups =
	"joseph joe joey|william bill billy will|robert bob bobby rob|michael mike mick|james jim jimmy jamie|thomas tom tommy|david dave|daniel dan danny|stephen steven steve|charles chuck charlie|peter pete|douglas doug|timothy tim|christopher chris|christine christina chris|bernard bernie|theodore ted|edward ed eddie ted|richard rick dick rich|ronald ron ronnie|donald don|katherine catherine kathryn kate kathy cathy katie|elizabeth liz beth betsy|kenneth ken kenny|benjamin ben|samuel sam|anthony tony|matthew matt|andrew andy drew|gregory greg|jeffrey jeff|lawrence larry|nicholas nick|patrick pat|patricia pat patty|raymond ray|walter walt|joshua josh|jonathan jon|philip phil|francis frank|frederick fred|gerald gerry jerry|gerard gerry|leonard len|alexander alex|alexandra alex|susan sue|deborah deb debbie|margaret maggie peggy meg|rebecca becky|jennifer jen jenny|jessica jess|victoria vicky|virginia ginny|zachary zach|nathaniel nathan nat|maximilian max".split(
		"|",
	);

const groupsOf = Map.groupBy(
	groups.flatMap((group, index) =>
		group.split(" ").map((name) => ({ name, index })),
	),
	({ name }) => name,
);

/** Whether two folded given names may be one person's: `bob` and `robert`. */
export function isSameGiven(one: string, other: string): boolean {
	if (one === other) return true;
	const mine = groupsOf.get(one) ?? [];
	const theirs = groupsOf.get(other) ?? [];
	return mine.some(({ index }) => theirs.some((each) => each.index === index));
}
