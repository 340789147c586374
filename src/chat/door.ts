/**
 * Who may pass a route of the house's HTTP server: anyone (`open`: it proves
 * by itself who asks, or tells nothing of the house), whoever may read figures,
 * or who manages. A route that says nothing is for those who are let in.
 */
type Door = "open" | "figures" | "managers";

/** Someone who was let in. */
export interface Guest {
	/** As the proxy in front of us names them; null when nobody does, and they name themselves. */
	readonly name: string | null;
	readonly mayManage: boolean;
	/** Sits at this machine or holds the admin token: runs the house rather than using it. */
	readonly isOperator: boolean;
}

/** Whoever passed an open door. */
export const stranger: Guest = {
	name: null,
	mayManage: false,
	isOperator: false,
};

declare module "fastify" {
	interface FastifyContextConfig {
		door?: Door;
	}
	interface FastifyRequest {
		/** Whom the gate let in; null or missing for a stranger. */
		guest?: Guest | null;
	}
}
