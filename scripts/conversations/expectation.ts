import * as z from "zod";
import type { Responsible } from "../../src/runtime/fault.ts";

/** A pattern as JavaScript knows it; `.` takes line ends, too, and letters of all scripts are letters. */
const pattern = z
  .string()
  .min(1)
  .refine((written) => isPattern(written), "is no regular expression");

/** One text that is exactly so, has something in it, or fits a pattern. */
const textPattern = z
  .union([
    z.string().describe("Exactly this."),
    z.strictObject({ includes: z.string().min(1).describe("A part of it.") }),
    z.strictObject({
      matches: pattern.describe("A regular expression of JavaScript that fits a part of it."),
    }),
  ])
  .describe("A text: exactly, { includes } or { matches }.");

/** Texts: a list has each of them in order; anything else is about all of them, a line each. */
const texts = z.union([...textPattern.options, z.array(textPattern)]).meta({ id: "texts" });

const titles = z.union([z.string(), z.array(z.string())]);

/** What may become of a turn. `failed` leaves it to LivePerson, which escalates. */
export const OUTCOMES = ["continue", "transfer", "close", "invocation", "change_ttr", "failed"] as const;

const RESPONSIBLE = ["settings", "network", "clinc", "contract"] as const satisfies readonly Responsible[];

/**
 * What a turn should come to. What it does not name may be as it likes, but for two things: a fault, and remarks about an
 * author's content, are wrong unless they are expected.
 *
 * @example { "text": { "includes": "balance" }, "choices": ["Checking", "Savings"], "intent": "get_balance", "score": 0.8 }
 */
export const expectation = z
  .strictObject({
    text: texts.optional().describe("What the consumer reads; of choices their question."),
    public: texts.optional().describe("What everybody reads below a post on a social network."),
    choices: z.array(z.string()).optional().describe("Labels of the quick replies; [] for none."),
    card: titles
      .optional()
      .describe("The title of the card; of several cards below each other a list. [] for none."),
    carousel: titles.optional().describe("The titles of the carousel's cards; [] for none."),
    private: texts.optional().describe("What only the agent reads; [] for nothing."),
    intent: z
      .string()
      .min(1)
      .optional()
      .describe("The intent's id in the agent's summary, such as get_balance."),
    score: z.number().min(0).max(1).optional().describe("How sure Clinc is of the intent, at least."),
    outcome: z.enum(OUTCOMES).optional().describe("What becomes of the conversation."),
    skill: z.string().optional().describe("The skill of the transfer."),
    fault: z.enum(RESPONSIBLE).optional().describe("Whose fault it is that Clinc did not answer."),
    remarks: texts
      .optional()
      .describe("What the log says about the author's content; nothing unless it is said."),
    queries: z.int().min(0).optional().describe("How often Clinc is asked."),
    withinMs: z.number().positive().optional().describe("The most that it may take, in milliseconds."),
    suggestion: texts.optional().describe("The suggested reply; only for an agent's command with words."),
    briefing: texts.optional().describe("What the bot knew; only for an agent's command alone."),
  })
  .meta({ id: "expect" });

/** What a turn should come to, see {@link expectation}. */
export type Expectation = z.infer<typeof expectation>;

/** Something that texts are held against. */
export type ExpectedTexts = z.infer<typeof texts>;

/** A pattern of an expectation. */
export function patternOf(written: string): RegExp {
  return new RegExp(written, "su");
}

function isPattern(written: string): boolean {
  try {
    return patternOf(written) !== undefined;
  } catch {
    return false;
  }
}
