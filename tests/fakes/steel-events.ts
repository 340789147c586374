/** Different events on steel, so that each is a story of its own. */
export const steelEvents = [
	{
		title: "Ottawa lowers steel tariffs on American pipe",
		text: "The tariffs on American steel pipe fall to 15 per cent, the finance department said.",
	},
	{
		title: "Tokyo protests against tariffs on its steel makers",
		text: "Japan's trade minister called the steel tariffs a blow to rebuilding after the typhoon.",
	},
	{
		title: "Brussels postpones its steel quota by a month",
		text: "The European Union will keep its old tariffs on steel until ministers meet in Riga.",
	},
] as const;
