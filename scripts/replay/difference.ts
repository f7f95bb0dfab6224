import { type Expectation, type ExpectedTexts, patternOf } from "../conversations/expectation.ts";
import type { Seen } from "./seen.ts";

/**
 * Something that should have been otherwise; both sides are for people, and may have several lines.
 *
 * @property isExact whether both are texts that can be laid beside each other, and neither a pattern, a limit nor nothing
 */
export type Difference = { what: keyof Expectation; expected: string; seen: string; isExact: boolean };

/** How strict a replay is. */
export type Strictness = { isLenient: boolean };

/**
 * Holds a turn against what was expected of it. A fault is wrong unless it is expected, and so are a turn that fails and
 * remarks about an author's content; a fault and a failure bring remarks of their own.
 */
export function differencesOf(
  expect: Expectation | undefined,
  seen: Seen,
  { isLenient }: Strictness,
): Difference[] {
  const { withinMs, score, queries, suggestion, briefing, ...texts } = {
    ...expectedAnyway(seen, isLenient),
    ...expect,
  };
  const differences = (Object.keys(texts) as Array<keyof typeof texts>).flatMap((what) =>
    held(what, texts[what], seen[what]),
  );
  const judge = (what: keyof Expectation, isRight: boolean, expected: string, found: string) => {
    if (!isRight) differences.push({ what, expected, seen: found, isExact: false });
  };
  if (score !== undefined) judge("score", seen.score >= score, `at least ${score}`, String(seen.score));
  if (queries !== undefined)
    judge("queries", seen.queries === queries, String(queries), String(seen.queries));
  if (withinMs !== undefined) {
    const took = `${Math.ceil(seen.milliseconds)} ms`;
    judge("withinMs", seen.milliseconds <= withinMs, `at most ${withinMs} ms`, took);
  }
  return [
    ...differences,
    ...held("suggestion", suggestion, suggestedIn(seen.told)),
    ...held("briefing", briefing, seen.told),
  ];
}

/** The reply that a command suggests, without the line that says what it is; all of it where it suggests none. */
export function suggestedIn(told: string): string {
  return told.replace(/^Suggested reply[^\n]*:\n\n/, "");
}

/** What holds without a word about it. */
function expectedAnyway(
  { outcome, fault }: Seen,
  isLenient: boolean,
): Omit<Expectation, "fault"> & { fault?: string } {
  const isFailed = outcome === "failed";
  return {
    fault: "",
    ...(isFailed && { outcome: "continue" }),
    ...(!isFailed && fault === "" && !isLenient && { remarks: [] }),
  };
}

function held(
  what: keyof Expectation,
  expected: ExpectedTexts | undefined,
  seen: string | readonly string[],
): Difference[] {
  const found = [seen].flat();
  if (expected === undefined || isHeld(expected, found)) return [];
  const sides = { expected: shown(expected), seen: shown(found) };
  // The same lines, which come in other messages.
  if (sides.expected === sides.seen)
    return [{ what, expected: JSON.stringify(expected), seen: JSON.stringify(found), isExact: false }];
  const isSomething = Object.values(sides).every((side) => side !== NOTHING);
  const isExact = isSomething && [expected].flat().every((text) => typeof text === "string");
  return [{ what, ...sides, isExact }];
}

function isHeld(expected: ExpectedTexts, seen: readonly string[]): boolean {
  if (!Array.isArray(expected)) return fits(expected, seen.join("\n"));
  return expected.length === seen.length && expected.every((one, index) => fits(one, seen[index] ?? ""));
}

type OneText = Exclude<ExpectedTexts, unknown[]>;

function fits(expected: OneText, seen: string): boolean {
  if (typeof expected === "string") return expected === seen;
  return "includes" in expected ? seen.includes(expected.includes) : patternOf(expected.matches).test(seen);
}

function shown(texts: ExpectedTexts): string {
  return [texts].flat().map(shownText).join("\n") || NOTHING;
}

const NOTHING = "(nothing)";

function shownText(text: OneText): string {
  if (typeof text === "string") return text;
  return "includes" in text ? `… ${text.includes} …` : `/${text.matches}/`;
}
