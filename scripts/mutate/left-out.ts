/** A comment that keeps Stryker from changing code, by its line, counted from 1. */
export type LeftOut = { line: number; reason: string };

/**
 * The comments `Stryker disable` of a file, each with what it says behind its colon.
 *
 * @example
 * // Stryker disable next-line EqualityOperator: the same at the border
 * @see https://stryker-mutator.io/docs/stryker-js/disable-mutants/
 */
export function leftOut(source: string): LeftOut[] {
  return source.split("\n").flatMap((text, at) => {
    const found = /\/[/*]\s?Stryker disable\b([^:]*)(?::(.*))?/.exec(text);
    return found ? [{ line: at + 1, reason: (found[2] ?? "").replace(/\*\/.*/, "").trim() }] : [];
  });
}
