import { readFileSync, writeFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import type { Expectation } from "../conversations/expectation.ts";
import type { ConversationEvent } from "../conversations/read-conversation.ts";
import { acceptedOf } from "./accepted.ts";
import { withExpectations } from "./edited.ts";
import type { Played } from "./played.ts";

/** What became of a file: how many turns have other expectations now, and what could not be written, a sentence each. */
export type Update = { changed: number; left: string[] };

/**
 * Writes into a file what was seen in each generation. What they do not agree on is not written, and neither is what no
 * expectation makes right.
 *
 * @param format makes the text of a JSON file look as all of them do
 */
export async function updateFile(
  file: string,
  events: readonly ConversationEvent[],
  all: readonly Played[],
  format: (json: string) => Promise<string>,
): Promise<Update> {
  const left: string[] = [];
  const expectations = events.map(({ expect }, index) => {
    const turns = all.flatMap(({ turns }) => turns[index] ?? []);
    for (const problem of new Set(turns.flatMap(({ problems }) => problems)))
      left.push(`turn ${index + 1}: ${problem}`);
    const slow = turns.some(({ differences }) => differences.some(({ what }) => what === "withinMs"));
    if (slow) left.push(`turn ${index + 1}: it takes longer than its withinMs, which is yours to change`);
    const { agreed, apart } = agreedOf(turns.map((turn) => acceptedOf(expect, turn)));
    if (apart.length > 0)
      left.push(`turn ${index + 1}: V1 and V2 differ in ${apart.join(", ")}, which was not written`);
    return isDeepStrictEqual(agreed, expect) ? undefined : agreed;
  });
  const changed = expectations.filter((expect) => expect !== undefined).length;
  if (changed > 0) {
    const edited = withExpectations(readFileSync(file, "utf8"), expectations);
    writeFileSync(file, await format(edited));
  }
  return { changed, left };
}

/** What all generations came to alike, and the names of what they did not. */
function agreedOf(accepted: ReadonlyArray<Expectation | undefined>): {
  agreed: Expectation | undefined;
  apart: string[];
} {
  const [first, ...others] = accepted;
  if (!first) return { agreed: undefined, apart: [] };
  const names = [...new Set(accepted.flatMap((one) => Object.keys(one ?? {})))] as Array<keyof Expectation>;
  const apart = names.filter((name) =>
    others.some((other) => !isDeepStrictEqual(other?.[name], first[name])),
  );
  const kept = Object.entries(first).filter(
    ([name, value]) => value !== undefined && !(apart as string[]).includes(name),
  );
  return { agreed: kept.length === 0 ? undefined : Object.fromEntries(kept), apart };
}
