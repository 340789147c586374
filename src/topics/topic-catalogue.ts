import { measureTopics } from "./catalogue/measures.ts";
import { productTopics } from "./catalogue/products.ts";
import { statementTopics } from "./catalogue/statements.ts";
import type { Topic } from "./topic.ts";

const first = ["cusma-review", "steel-tariffs", "greer-statements"];
const all = [...productTopics, ...measureTopics, ...statementTopics];

/** The topics that come with the house, the three most asked for first. */
export const topicCatalogue: readonly Topic[] = [
	...first.flatMap((id) => all.find((topic) => topic.id === id) ?? []),
	...all.filter(({ id }) => !first.includes(id)),
];
