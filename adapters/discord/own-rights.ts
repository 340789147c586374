import {
	type APIGuild,
	type APIGuildMember,
	type APIOverwrite,
	type APIRole,
	PermissionFlagsBits,
	PermissionsBitField,
} from "discord.js";

/** What decides a member's rights in a channel. */
export interface RightsFacts {
	readonly guild: Pick<APIGuild, "id" | "owner_id"> & {
		readonly roles: readonly Pick<APIRole, "id" | "permissions">[];
	};
	readonly member: {
		readonly id: string;
		readonly roles: readonly string[];
		/** ISO instant until which it may only look on. */
		readonly timedOutUntil: string | null;
	};
	/** The channel's own; those of its channel, for a thread. */
	readonly overwrites: readonly APIOverwrite[];
	readonly now: Date;
}

/** All that a member keeps while it is timed out. */
const onlookersRights =
	PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;

/**
 * A member's rights in a channel, in the order in which Discord applies them
 * (its documentation, “Permission Hierarchy”): the roles of the server, then
 * the channel's overwrites for everyone, for roles, and for the member.
 */
export function rightsIn(facts: RightsFacts): PermissionsBitField {
	const { guild, member, overwrites, now } = facts;
	const held = guild.roles
		.filter(({ id }) => id === guild.id || member.roles.includes(id))
		.reduce((all, { permissions }) => all | BigInt(permissions), 0n);
	const isAdmin = (held & PermissionFlagsBits.Administrator) !== 0n;
	if (isAdmin || guild.owner_id === member.id) {
		return new PermissionsBitField(PermissionsBitField.All);
	}
	const steps = [
		overwrites.filter(({ id }) => id === guild.id),
		overwrites.filter(({ id }) => id !== guild.id && member.roles.includes(id)),
		overwrites.filter(({ id }) => id === member.id),
	];
	const rights = steps.reduce(
		(now, step) => (now & ~bitsOf(step, "deny")) | bitsOf(step, "allow"),
		held,
	);
	const isTimedOut = Date.parse(member.timedOutUntil ?? "") > now.getTime();
	const left = isTimedOut ? rights & onlookersRights : rights;
	// Who cannot see a channel can do nothing in it.
	const isBlind = (left & PermissionFlagsBits.ViewChannel) === 0n;
	return new PermissionsBitField(isBlind ? 0n : left);
}

function bitsOf(step: readonly APIOverwrite[], side: "allow" | "deny"): bigint {
	return step.reduce((all, overwrite) => all | BigInt(overwrite[side]), 0n);
}

/** The facts about a member, as Discord gives them. */
export function memberFacts(
	id: string,
	member: APIGuildMember,
): RightsFacts["member"] {
	const timedOutUntil = member.communication_disabled_until ?? null;
	return { id, roles: member.roles, timedOutUntil };
}
