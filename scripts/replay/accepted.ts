import type { Expectation } from "../conversations/expectation.ts";
import { suggestedIn } from "./difference.ts";
import type { PlayedTurn } from "./play.ts";
import type { Seen } from "./seen.ts";

/**
 * What is expected of a turn from now on. Where nothing was, it is what was seen; else what was not as expected is
 * replaced, and the rest stays as its author wrote it. A limit of time stays in any case.
 *
 * @returns `undefined` for a turn of which nothing can be expected
 */
export function acceptedOf(
  expect: Expectation | undefined,
  { seen, said, by, differences }: PlayedTurn,
): Expectation | undefined {
  if (!seen) return undefined;
  const all = expectationOf(seen, by === "agent" && (said === "/clinc" ? "briefing" : "suggestion"));
  if (!expect) return all;
  const changed = differences.map(({ what }) => what).filter((what) => what !== "withinMs");
  return {
    ...expect,
    ...Object.fromEntries(changed.map((what) => [what, all[what] ?? emptyOf(what, seen)])),
  };
}

function expectationOf(seen: Seen, asked: "briefing" | "suggestion" | false): Expectation {
  const { fault, outcome } = seen;
  if (asked)
    return {
      [asked]: written([asked === "briefing" ? seen.told : suggestedIn(seen.told)]),
      ...(fault !== "" && { fault: fault as NonNullable<Expectation["fault"]> }),
    };
  const isFailure = outcome === "failed" || fault !== "";
  const texts = { text: seen.text, public: seen.public };
  return {
    ...filled(texts, written),
    ...filled({ choices: seen.choices }, (titles) => titles),
    ...filled({ card: seen.card, carousel: seen.carousel }, ([only = "", ...more]) =>
      more.length === 0 ? only : [only, ...more],
    ),
    ...filled({ private: seen.private }, written),
    ...(seen.intent !== "" && { intent: seen.intent }),
    ...((outcome !== "continue" || seen.text.length === 0) && { outcome }),
    ...(seen.skill !== "" && { skill: seen.skill }),
    ...(fault !== "" && { fault: fault as NonNullable<Expectation["fault"]> }),
    ...(!isFailure && filled({ remarks: seen.remarks }, written)),
  };
}

/** So many characters are written as they are; of a longer text its beginning does. */
const LONGEST = 240;
const BEGINNING = 100;

function written(texts: readonly string[]) {
  const patterns = texts.map((text) =>
    text.length <= LONGEST ? text : { includes: text.slice(0, BEGINNING).trimEnd() },
  );
  return patterns.length === 1 ? (patterns[0] ?? "") : patterns;
}

function filled<Name extends string, Value>(
  lists: Record<Name, readonly string[]>,
  write: (list: string[]) => Value,
): Partial<Record<Name, Value>> {
  const entries = Object.entries<readonly string[]>(lists).filter(([, list]) => list.length > 0);
  return Object.fromEntries(entries.map(([name, list]) => [name, write([...list])])) as Partial<
    Record<Name, Value>
  >;
}

/** What is expected where there was nothing, or where only what was wrong is to be written. */
function emptyOf(what: keyof Expectation, seen: Seen): unknown {
  if (what === "score") return Math.floor(seen.score * 100) / 100;
  if (what === "queries") return seen.queries;
  if (what === "outcome") return seen.outcome;
  if (what === "skill") return "";
  return what === "fault" || what === "intent" ? undefined : [];
}
