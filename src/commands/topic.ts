import type { Command, OptionSpec, Request } from "../chat/command.ts";
import type { CommandTools } from "./command-tools.ts";
import { createTopic, deleteTopic, editTopic } from "./make-topic.ts";
import { requireManager } from "./require-manager.ts";
import { showTopic } from "./show-topic.ts";
import { testTopic } from "./test-topic.ts";
import { ownTopics, suggestTopics } from "./topics-here.ts";

/** `/topic create | show | test | edit | delete`: what a topic asks for, and topics of the channel's own. */
export function topicCommand(tools: CommandTools): Command {
	const any = { ...topicOption, greedy: true, suggest: suggestTopics(tools) };
	const own = { ...topicOption, suggest: suggestTopics(tools, ownTopics) };
	return {
		name: "topic",
		about: "commands.topicAbout",
		example: '/topic create "car parts" "auto parts" OR "pièces d’auto"',
		audience: "asker",
		right: "anyone",
		options: [],
		subcommands: [
			{
				name: "create",
				about: "commands.topicCreateAbout",
				options: [nameOption, queryOption],
			},
			{
				name: "show",
				about: "commands.topicShowAbout",
				example: "/topic show steel tariffs",
				options: [any],
			},
			{
				name: "test",
				about: "commands.topicTestAbout",
				example: "/topic test steel tariffs",
				options: [any],
			},
			{
				name: "edit",
				about: "commands.topicEditAbout",
				example: '/topic edit "car parts" "auto parts" OR autopartes',
				options: [own, queryOption],
			},
			{
				name: "delete",
				about: "commands.topicDeleteAbout",
				example: "/topic delete car parts",
				options: [{ ...own, greedy: true }],
			},
		],
		guide: { title: "commands.guideTitle", rows: queryGuide },
		answer: (request) => answerTopic(request, tools),
	};
}

const queryGuide = [
	{ form: "steel quota", about: "commands.guideAll" },
	{ form: '"steel quota"', about: "commands.guidePhrase" },
	{ form: "steel OR acier", about: "commands.guideAny" },
	{ form: "steel -hockey", about: "commands.guideNot" },
	{ form: "tarif*", about: "commands.guideStar" },
	{ form: "@cusma", about: "commands.guideConcept" },
	{ form: "steel NEAR/8 quota", about: "commands.guideNear" },
	{ form: 'oil EXCEPT "soybean oil"', about: "commands.guideExcept" },
	{ form: "title:@steel", about: "commands.guideField" },
	{ form: "about:(dairy OR lait)", about: "commands.guideAbout" },
	{ form: "said:greer", about: "commands.guideSaid" },
	{ form: "3x:lumber", about: "commands.guideTimes" },
	{ form: "2 of (quota, dairy, TRQ)", about: "commands.guideSome" },
	{
		form: "lang:fr country:mexico sector:metals source:cbc kind:official",
		about: "commands.guideFacet",
	},
] as const;

const topicOption: OptionSpec = {
	name: "topic",
	about: "commands.topicOption",
	required: true,
};
const nameOption: OptionSpec = {
	name: "name",
	about: "commands.nameOption",
	required: true,
};
const queryOption: OptionSpec = {
	name: "query",
	about: "commands.queryOption",
	required: true,
	greedy: true,
	verbatim: true,
};

function answerTopic(request: Request, tools: CommandTools) {
	switch (request.subcommand) {
		case "show":
			return showTopic(request, tools);
		case "test":
			return testTopic(request, tools);
		case "create":
			requireManager(request);
			return createTopic(request, tools);
		case "edit":
			requireManager(request);
			return editTopic(request, tools);
		default:
			requireManager(request);
			return deleteTopic(request, tools);
	}
}
