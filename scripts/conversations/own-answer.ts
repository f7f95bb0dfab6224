import * as z from "zod";
import { isJsonObject } from "../../src/runtime/tolerant.ts";
import { nearest } from "../kit/nearest.ts";
import { KEYS_OF_ENTRY } from "./authored-content.ts";
import { clincReply, type MockQuery } from "./clinc-reply.ts";
import { type Path, readJsonText } from "./json-text.ts";
import { misspeltContent } from "./misspelt-content.ts";
import { NOT_KNOWN, type Problem, readBy, spelledPath } from "./told.ts";

const name = z.string().min(1);

/** The bot's own reader tells what is wrong with it; editors get its keys, see `authored-content.ts`. */
const liveperson = z.unknown().meta({ id: "liveperson" });

const authoredAnswer = z
  .strictObject({
    text: z.string().optional().describe("Clinc's text: \\n is a line end, \\m starts the next message."),
    speech: z
      .string()
      .optional()
      .describe("Clinc's text to be spoken, which counts where `text` is missing."),
    intent: name.optional().describe("Clinc's intent, such as get_balance_start."),
    score: z.number().min(0).max(1).optional().describe("How sure Clinc is of the intent; 1 without it."),
    competency: name.optional().describe("Clinc's competency; without it the intent."),
    state: name.optional().describe("The state after the business logic; without it the competency."),
    slots: z
      .record(name, z.union([z.string(), z.number()]))
      .optional()
      .describe("Resolved slots, by name."),
    liveperson: liveperson.optional().describe("What the business logic puts under `liveperson`."),
    agent: z.unknown().optional().describe("What it puts under `agent`: labels for whoever takes over."),
  })
  .refine((given) => Object.keys(given).length > 0, {
    error: 'says nothing; give it a "text" or "liveperson"',
    abort: true,
  });

const rawAnswer = z.strictObject({
  raw: z.record(z.string(), z.unknown()).describe("A whole reply of the Query API."),
});

const refusal = z.strictObject({
  status: z.int().min(200).max(599).describe("The HTTP status that Clinc answers with."),
  body: z.unknown().optional().describe("A text as it is, anything else as JSON; nothing without it."),
});

/**
 * An author's own answer, in place of Clinc's: what is authored, a whole reply of the Query API, or an HTTP status with a
 * body.
 *
 * @example { "text": "Which account?", "intent": "get_balance", "liveperson": { "choices": ["Checking", "Savings"] } }
 * @example { "status": 503, "body": "Service unavailable" }
 */
export const ownAnswer = z.union([authoredAnswer, rawAnswer, refusal]).meta({ id: "clinc" });

/** An author's own answer, see {@link ownAnswer}. */
export type OwnAnswer = z.infer<typeof ownAnswer>;

/** What is wrong with an answer; `line` and `column` count from 1. */
export type AnswerProblem = { message: string; line?: number; column?: number; path?: string };

/**
 * Checks an answer that was parsed already: its form, and the keys of what is authored in it.
 *
 * @returns an empty list for one that can be used
 */
export function problemsOfAnswer(value: unknown): Problem[] {
  const read = readBy(ownAnswer, value);
  if ("problems" in read) return read.problems.map(inPlace);
  if (!("liveperson" in read.data)) return [];
  return misspeltContent(read.data.liveperson).map(({ path, message }) => ({
    path: ["liveperson", ...path],
    message,
  }));
}

/** Says of an entry's key beside those of Clinc where it belongs: all examples for authors show entries alone. */
export function inPlace({ path, message }: Problem): Problem {
  const isInAnswer = path.length === 1 || path.at(-2) === "clinc";
  const isEntrys = isInAnswer && KEYS_OF_ENTRY.includes(String(path.at(-1))) && message.startsWith(NOT_KNOWN);
  return { path, message: isEntrys ? `${NOT_KNOWN}; it belongs into "liveperson"` : message };
}

/**
 * Reads an answer that somebody types or pastes: beside {@link ownAnswer} it may be the value of `liveperson` alone, as
 * the author's manual shows it, a webhook's `visual_payload`, a turn's `clinc`, or a whole reply of the Query API.
 *
 * @param text JSON
 */
export function readOwnAnswer(text: string): { answer: OwnAnswer } | { problems: AnswerProblem[] } {
  const json = readJsonText(text);
  if ("noJson" in json) {
    const { message, position } = json.noJson;
    return { problems: [{ message: `The answer ${message}`, ...position }] };
  }
  const { value, placeOf } = inFull(json.value);
  const problems = problemsOfAnswer(value);
  if (problems.length === 0) return { answer: ownAnswer.parse(value) };
  return {
    problems: problems.map(({ path, message }) => {
      const place = placeOf(path);
      const where = spelledPath(place);
      return { message: `${where || "The answer"} ${message}`, ...json.positionOf(place), path: where };
    }),
  };
}

/** An answer in its usual form, and where a part of that stood in what was written. */
type InFull = { value: unknown; placeOf(path: Path): Path };

function inFull(written: unknown): InFull {
  const asWritten = { value: written, placeOf: (path: Path) => path };
  const under = (key: string): InFull => ({ value: { [key]: written }, placeOf: (path) => path.slice(1) });
  const inside = (key: string, value: unknown): InFull => ({ value, placeOf: (path) => [key, ...path] });
  if (Array.isArray(written)) return under("liveperson");
  if (!isJsonObject(written)) return asWritten;
  if ("bl_resp" in written || "visuals" in written) return under("raw");
  const keys = Object.keys(written);
  if (keys.length === 1 && "clinc" in written) return inside("clinc", written.clinc);
  if (keys.length === 1 && "visual_payload" in written)
    return inside("visual_payload", written.visual_payload);
  return isEntry(keys) ? under("liveperson") : asWritten;
}

/** Whether it is most likely an entry of `liveperson`; a text alone is Clinc's. */
function isEntry(keys: readonly string[]): boolean {
  const ofAnswer = Object.keys(authoredAnswer.shape);
  const isForeign = (key: string) => !ofAnswer.includes(key) && nearest(key, ofAnswer) === "";
  return keys.some(isForeign) && keys.every((key) => key === "text" || nearest(key, KEYS_OF_ENTRY) !== "");
}

/**
 * The answer as Clinc would send it.
 *
 * @param query the body of the query that it answers
 * @param sessionId Clinc's id of the dialog
 * @returns the HTTP status, and the body: a text as it is, anything else as JSON
 */
export function answerOfClinc(
  answer: OwnAnswer,
  query: MockQuery,
  sessionId: string,
): { status: number; body: unknown } {
  if ("raw" in answer) return { status: 200, body: answer.raw };
  if ("status" in answer) return { status: answer.status, body: answer.body ?? "" };
  const { text = "", speech, score, slots = {}, liveperson, agent } = answer;
  const intent = answer.intent ?? answer.competency ?? answer.state ?? "own_answer";
  const competency = answer.competency ?? intent;
  const reply = clincReply(
    query,
    {
      ...{ intent, competency, text, liveperson, agent },
      state: answer.state ?? competency,
      probability: score ?? 1,
      slots: Object.fromEntries(Object.entries(slots).map(([slot, value]) => [slot, String(value)])),
    },
    sessionId,
  );
  const spoken = speech === undefined ? {} : { speakableResponse: speech };
  return { status: 200, body: { ...reply, visuals: { ...reply.visuals, ...spoken } } };
}
