import type * as z from "zod/mini";
import { anything, list, number, readAs, record, text } from "../runtime/tolerant.ts";

/**
 * What the Clinc Query API answers. Clinc's page documents the fields and almost nothing about when they are missing,
 * so each is read tolerantly; whether a reply is usable is decided by the one who reads it.
 *
 * @see https://api.clinc.com/platform/documentation/v2/platform_reference/query_response.html
 * @example
 * {
 *   "qid": "00000000-0000-4000-8000-000000001002",
 *   "intent": "get_balance_start", "intent_probability": 0.9727,
 *   "classifier_state": "get_balance", "competency": "get_balance",
 *   "slots": { "_ACCOUNT_": { "type": "string", "values": [{ "tokens": "checking account", "value": "Everyday Checking" }] } },
 *   "response": { "type": "get_balance" },
 *   "visuals": { "formattedResponse": "Your balance is $1,250.40.", "speakableResponse": "Your balance is …" },
 *   "bl_resp": { "state": "get_balance", "visual_payload": { "liveperson": { "text": "Anything else?", "choices": ["Payments"] } } }
 * }
 */
export const clincReply = record({
  /** Clinc's id of the query, by which its support finds it. */
  qid: text,
  /** The same for as long as Clinc knows the dialog. */
  session_id: text,
  intent: text,
  intent_probability: number,
  classifier_state: text,
  competency: text,
  /** `{name: ["tokens"]}` without business logic, `{name: {values: [{value, tokens}]}}` with it. */
  slots: record({}),
  response: record({ type: text }),
  visuals: anything,
  /** The whole webhook reply; only there when business logic ran. */
  bl_resp: record({ state: text, visual_payload: record({ liveperson: anything, agent: anything }) }),
});

/** The part of `visuals` that LivePerson can show. */
export const clincVisuals = record({
  formattedResponse: text,
  speakableResponse: text,
  liveperson: anything,
});

/** One slot's values in the shape that business logic leaves behind. */
export const clincSlot = record({ values: list(record({ value: text, tokens: text })) });

/** A reply as the rest of the bridge reads it. */
export type ClincReply = z.infer<typeof clincReply>;

/** Reads any value as a reply; nothing in it is an error here. */
export function parseReply(body: unknown): ClincReply {
  return readAs(clincReply, body);
}

/** The readable value of each slot, whichever of the two shapes it came in. */
export function slotValues(reply: ClincReply): Array<{ slot: string; value: string }> {
  return Object.entries(reply.slots).map(([slot, found]) => {
    const values = Array.isArray(found)
      ? found.map((token) => (typeof token === "string" ? token : ""))
      : readAs(clincSlot, found).values.map(({ value, tokens }) => value || tokens);
    return { slot, value: values.filter((value) => value !== "").join(", ") };
  });
}
