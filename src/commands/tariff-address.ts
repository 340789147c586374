/** The options of a question to `/tariff`, by name. */
export type TariffOptions = Readonly<Partial<Record<string, string>>>;

/**
 * The path of the page that answers a question to `/tariff`, to be linked and
 * printed: `/tariff/kitchen%20cabinets?origin=MX&on=2025-06-04`.
 */
export function tariffAddress({ product = "", ...rest }: TariffOptions) {
	const given = Object.entries(rest).flatMap(([name, value]) =>
		value ? [[name, value] as const] : [],
	);
	const query = new URLSearchParams(Object.fromEntries(given)).toString();
	const path = `/tariff/${encodeURIComponent(product)}`;
	return query === "" ? path : `${path}?${query}`;
}
