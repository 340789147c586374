import { answerCard } from "../cards/answer-card.ts";
import { proposalCard } from "../cards/proposal-card.ts";
import { type Card, textBlock } from "../chat/card.ts";
import type { Command, OptionSpec, Request } from "../chat/command.ts";
import { Mistake } from "../chat/mistake.ts";
import type { Proposal, ProposalState } from "../news/proposal.ts";
import { presentRate } from "../tariffs/present-rate.ts";
import type { CommandTools } from "./command-tools.ts";
import { confirmOptions, confirmProposal } from "./confirm-proposal.ts";
import { proposalMeant, requireBookChannel } from "./proposal-meant.ts";

const mostListed = 20;
const mostMeasures = 4;

/** `/proposals list | show | confirm | reject | undo`: acts that may change the tariff book, for a person to judge. */
export function proposalsCommand(tools: CommandTools): Command {
	const id: OptionSpec = {
		name: "id",
		about: "proposals.idOption",
		required: true,
		suggest: async (typed) => suggestProposals(typed, tools),
	};
	const state: OptionSpec = {
		name: "state",
		about: "proposals.stateOption",
		required: false,
	};
	return {
		name: "proposals",
		about: "proposals.about",
		example: "/proposals list",
		audience: "asker",
		right: "manager",
		options: [],
		subcommands: [
			{ name: "list", about: "proposals.listAbout", options: [state] },
			{ name: "show", about: "proposals.showAbout", options: [id] },
			{
				name: "confirm",
				about: "proposals.confirmAbout",
				example:
					"/proposals confirm 1a2b3c4d measure:us-232-steel rate:50 from:2025-06-04",
				options: [id, ...confirmOptions(tools)],
			},
			{ name: "reject", about: "proposals.rejectAbout", options: [id] },
			{ name: "undo", about: "proposals.undoAbout", options: [id] },
		],
		answer: (request) => answerProposals(request, tools),
	};
}

function answerProposals(request: Request, tools: CommandTools): Promise<Card> {
	switch (request.subcommand) {
		case "show":
			return show(request, tools);
		case "confirm":
			return confirmProposal(request, tools);
		case "reject":
			return reject(request, tools);
		case "undo":
			return undo(request, tools);
		default:
			return list(request, tools);
	}
}

async function list(request: Request, tools: CommandTools): Promise<Card> {
	const { options, say } = request;
	const state = readState(options.state);
	const all = await tools.bookChanges.proposals(state, mostListed);
	if (all.length === 0) {
		const title = say("proposals.listTitle", { count: 0 });
		return answerCard(title, {
			blocks: [textBlock(say("proposals.listEmpty"))],
		});
	}
	const items = all.map((one) => ({
		title: one.title,
		url: one.url,
		outlet: one.outlet,
		at: one.madeAt.toISOString(),
		note: `${one.id} · ${stateText(one, request)}`,
	}));
	return answerCard(say("proposals.listTitle", { count: all.length }), {
		blocks: [{ kind: "headlines", title: null, items }],
		actions: all.map(({ id }) => ({
			label: `${say("proposals.showLabel")}: ${id}`,
			line: `/proposals show ${id}`,
		})),
	});
}

function stateText({ state, decided }: Proposal, { say }: Request): string {
	const by = decided?.by ?? "";
	const date = decided?.at.toISOString().slice(0, 10) ?? "";
	return say("proposals.stateIs", { state, by, date });
}

const states: readonly ProposalState[] = ["open", "confirmed", "rejected"];

function readState(typed: string | undefined): ProposalState | null {
	if (typed === undefined) return "open";
	if (typed.toLowerCase() === "all") return null;
	const state = states.find((one) => one === typed.toLowerCase());
	if (!state) throw new Mistake("proposals.stateUnknown", { typed });
	return state;
}

async function show(request: Request, tools: CommandTools): Promise<Card> {
	const proposal = await proposalMeant(request, tools);
	const on = request.now.toISOString().slice(0, 10);
	const present = proposal.reading.measures
		.slice(0, mostMeasures)
		.flatMap((id) => presentRate(id, { origin: null, on }, tools.book()) ?? []);
	return proposalCard({ proposal, present, say: request.say });
}

async function reject(request: Request, tools: CommandTools): Promise<Card> {
	requireBookChannel(request, tools);
	const { asker, say, now } = request;
	const { id, title, state } = await proposalMeant(request, tools);
	const isDone = await tools.bookChanges.reject(id, asker.name, now);
	const undoLine = `/proposals undo ${id}`;
	if (!isDone) {
		throw new Mistake("proposals.decided", { state }, { nearest: [undoLine] });
	}
	return answerCard(say("proposals.rejected", { title }), {
		tone: "done",
		actions: [{ label: say("proposals.undoLabel"), line: undoLine }],
	});
}

async function undo(request: Request, tools: CommandTools): Promise<Card> {
	requireBookChannel(request, tools);
	const { asker, say, now } = request;
	const { id, title } = await proposalMeant(request, tools);
	const count = await tools.bookChanges.undo(id, asker.name, now);
	await tools.bookChanged();
	return answerCard(say("proposals.undone", { count, title }), {
		tone: "done",
		blocks: count > 0 ? [textBlock(say("proposals.undoneText"))] : [],
		actions: [
			{ label: say("proposals.showLabel"), line: `/proposals show ${id}` },
		],
	});
}

async function suggestProposals(typed: string, tools: CommandTools) {
	const all = await tools.bookChanges.proposals(null, mostListed);
	return all
		.filter(({ id }) => id.startsWith(typed.toLowerCase()))
		.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }));
}
