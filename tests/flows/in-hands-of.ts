import type { NewsTurn } from "../../src/deliveries/newsroom.ts";
import type { Mortal } from "../fakes/mortal.ts";
import type { House } from "./house.ts";

/** The house's tools, in the hands of a process that may die. */
export function inHandsOf(house: House, { wrap, step }: Mortal): House {
	const newsroom = {
		inTurn: step(<T>(work: (turn: NewsTurn) => Promise<T>) =>
			house.store.newsroom.inTurn((turn) => work(wrap(turn))),
		),
	};
	const memories = {
		newsroom,
		feeds: wrap(house.store.feeds),
		ledger: wrap(house.store.ledger),
		channels: wrap(house.store.channels),
	};
	const platforms = new Map([["slack", wrap(house.slack)]]);
	const enqueueChannels = step(house.poll.enqueueChannels);
	return {
		...house,
		poll: { ...house.poll, ...memories, enqueueChannels },
		send: { ...house.send, ...memories, platforms },
		sweep: { ...house.sweep, ...memories, enqueueChannels },
	};
}
