/** A tariff question's options as they came from the line. */
type Options = Readonly<Partial<Record<string, string>>>;

/** The beginning of a code, two or four digits and pairs after them. */
const begun = /^\d{2}(?:\d{2})?(?:[ .]\d{2})*$/;

/**
 * Puts a code typed with spaces together again: of `72 08` and `7208 51 10`
 * the last pair was taken by its place for the customs value. An amount that
 * was named (`value:10`) stays one.
 */
export function tariffCode(
	options: Options,
	named: readonly string[] = [],
): Options {
	const { product = "", value = "", ...others } = options;
	const isPair = /^\d{2}$/.test(value) && !named.includes("value");
	if (!isPair || !begun.test(product)) return options;
	return { ...others, product: `${product} ${value}` };
}
