import * as z from "zod";
import { type AgentTurn, agentTurn } from "./agent-turn.ts";
import { shortTurns, type WrittenTurn } from "./events.ts";
import { type Expectation, expectation } from "./expectation.ts";
import { type OwnAnswer, ownAnswer, problemsOfAnswer } from "./own-answer.ts";

/** What may be written beside a turn: Clinc's answer to it, and what should come of it. */
const about = {
  clinc: ownAnswer.optional().describe("What Clinc answers this time, instead of the stand-in's own answer."),
  expect: expectation.optional().describe("What the turn should come to."),
};

const words = z.string().min(1).describe("The consumer's words.");
const said = z.strictObject({ say: words, ...about });
const answered = z.strictObject({ ...about, clinc: ownAnswer.describe("What Clinc answers.") });
const keyed = [...shortTurns, agentTurn].map((turn) => turn.extend(about));

/** What tells LivePerson's own payload, and the whole input of the function, from a turn in short. */
const ofPayload = {
  message: z.unknown().optional().describe("Of LivePerson's payload: what was said."),
  convId: z.unknown().optional().describe("Of LivePerson's payload: the conversation's id."),
  event: z.unknown().optional().describe("Of LivePerson's payload: what has happened."),
  context: z.unknown().optional().describe("Of LivePerson's payload: its own event, and what it knows."),
  payload: z.unknown().optional().describe("LivePerson's payload, in the whole input of the function."),
};

const payload = z
  .looseObject({ ...ofPayload, ...about })
  .refine(isPayload, { abort: true, params: { isOtherKind: true } })
  .meta({ anyOf: Object.keys(ofPayload).map((key) => ({ required: [key] })) });

/** Whether a value is a bot payload, or the whole input of the function. */
export function isPayload(given: Record<string, unknown>): boolean {
  return Object.keys(ofPayload).some((key) => key in given);
}

/** A turn as files have it; what is authored in its answer is checked as far as its keys. */
export const turn = z
  .union([words, said, ...keyed, answered, payload])
  .superRefine((given, context) => {
    if (typeof given === "string" || given.clinc === undefined) return;
    for (const { path, message } of problemsOfAnswer(given.clinc))
      context.addIssue({ code: "custom", path: ["clinc", ...path], message });
  })
  .meta({ id: "turn" });

/** The keys that a turn may begin with. */
export const KEYS_OF_TURN: readonly string[] = [
  ...new Set([said, ...keyed, answered].flatMap(({ shape }) => Object.keys(shape))),
];

/**
 * What is written beside what happens in a turn.
 *
 * @property clinc what Clinc answers
 * @property expect what should come of it
 */
export type Beside = { clinc?: OwnAnswer; expect?: Expectation };

/** The words of a consumer of whom only Clinc's answer is written. */
const ANY_WORDS = "hello";

/** Parts what happens in a turn from what is written beside it. */
export function turnOf(written: z.infer<typeof turn>): { does: WrittenTurn | AgentTurn; beside: Beside } {
  if (typeof written === "string") return { does: written, beside: {} };
  const { clinc, expect, ...rest } = written as Record<string, unknown> & Beside;
  const does = Object.keys(rest).length === 0 ? ANY_WORDS : "say" in rest ? (rest.say as string) : rest;
  return {
    does,
    beside: { ...(clinc !== undefined && { clinc }), ...(expect !== undefined && { expect }) },
  };
}
