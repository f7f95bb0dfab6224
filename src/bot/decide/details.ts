import { type ClincReply, slotValues } from "../../clinc/reply.ts";
import { mask } from "../../record/mask.ts";
import { oneLine, withoutUnseen } from "../../runtime/characters.ts";
import { cut } from "../../runtime/graphemes.ts";
import { asText, isJsonObject, valueAt } from "../../runtime/tolerant.ts";

/** What an agent may see of a turn beside its intent, label by label, and what an author wrote that cannot be shown. */
export type Details = { details: Record<string, string>; remarks: string[] };

/** An agent reads them at a glance. */
const MOST_DETAILS = 20;
const LONGEST = 100;

/**
 * The details for the agent: what the bank allows by name or path, and what an author wrote under `visual_payload.agent`.
 * All of it masked and each on one line, or a slot could bring lines that look like the bot's own.
 *
 * @param allowed names of slots, or paths into the reply such as `visuals.case_id`
 */
export function detailsOf(reply: ClincReply, allowed: readonly string[]): Details {
  const authored = authoredDetails(reply);
  const found = [...allowed.flatMap((name) => detailsAt(reply, name)), ...authored.details];
  const shown = found.filter(([, value]) => value !== "").slice(0, MOST_DETAILS);
  return {
    details: Object.fromEntries(shown.map(([label, value]) => [shownText(label), shownText(value)])),
    remarks: authored.remarks,
  };
}

type Detail = [label: string, value: string];

function detailsAt(reply: ClincReply, name: string): Detail[] {
  const [first = "", ...rest] = name.split(".");
  const isSlot = rest.length === 0 || first === "slots";
  if (isSlot) {
    const wanted = plainSlot(rest.join(".") || first);
    return slotValues(reply).flatMap(({ slot, value }) =>
      plainSlot(slot) === wanted ? [[spoken(wanted), value] as Detail] : [],
    );
  }
  return [[spoken(rest.at(-1) || ""), asDetail(valueAt(reply, name)) || ""]];
}

/** One level of labels and values; deeper ones are named and left out. */
function authoredDetails(reply: ClincReply): { details: Detail[]; remarks: string[] } {
  const agent =
    (isJsonObject(reply.visuals) ? reply.visuals.agent : undefined) ?? reply.bl_resp.visual_payload.agent;
  if (agent === undefined || agent === null) return { details: [], remarks: [] };
  if (!isJsonObject(agent)) return { details: [], remarks: ["agent: not an object of labels and values"] };
  const entries = Object.entries(agent).map(([label, value]) => [label, asDetail(value)] as const);
  return {
    details: entries.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as Detail])),
    remarks: entries.flatMap(([, value], index) =>
      value === undefined ? `agent[${index}]: neither a text, a number nor true or false` : [],
    ),
  };
}

function asDetail(value: unknown): string | undefined {
  return typeof value === "boolean"
    ? String(value)
    : isJsonObject(value) || Array.isArray(value)
      ? undefined
      : asText(value);
}

/** Masked before it is cut, or a cut would leave a number too short to be known as one. */
function shownText(text: string): string {
  return cut(mask(oneLine(withoutUnseen(text.slice(0, LONGEST * 3)))), LONGEST);
}

/** `_ACCOUNT_` and `account` are one slot. */
function plainSlot(name: string): string {
  return name.replace(/^_+|_+$/g, "").toLowerCase();
}

function spoken(name: string): string {
  return name.replace(/_/g, " ");
}
