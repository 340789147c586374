/**
 * Writes the line that `parseCommandLine` reads back to the same: for buttons,
 * and for platforms that hand over options one by one. Empty options are left out.
 */
export function formatCommandLine(
	command: string,
	subcommand: string | null,
	options: Readonly<Partial<Record<string, string>>>,
): string {
	const given = Object.entries(options).flatMap(([name, value]) =>
		value?.trim() ? [`${name}:${formatValue(value.trim())}`] : [],
	);
	const names = subcommand === null ? [command] : [command, subcommand];
	return `/${[...names, ...given].join(" ")}`;
}

function formatValue(value: string): string {
	// `url://…` would be read as an address, not as an option.
	if (/^(?!\/\/)[^\s"“”„«»\\]+$/u.test(value)) return value;
	return `"${value.replace(/["\\]/g, "\\$&")}"`;
}
