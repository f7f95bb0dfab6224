import * as z from "zod";
import { fromJson } from "../../kit/json.ts";
import { idIn, nameIn } from "./name.ts";

const name = z.string().transform(nameIn).optional().catch(undefined);
const id = z.string().transform(idIn).optional().catch(undefined);
/** Told apart and never shown. */
const key = z.string().max(256).optional().catch(undefined);
const number = z.number().nonnegative().max(1e9).optional().catch(undefined);

/**
 * The line of a turn, as far as this report looks at it. An older version may lack any field but `said`, and a newer one
 * may have more.
 */
const turn = z.object({
  v: name,
  conversation: key,
  sequence: key,
  said: z.string().transform(nameIn),
  outcome: name,
  fault: z.enum(["settings", "network", "clinc", "contract"]).optional().catch(undefined),
  intent: name,
  score: z.number().min(0).max(1).optional().catch(undefined),
  integration: id,
  appId: id,
  channel: name,
  record: name,
  totalMs: number,
  waitedMs: number,
  secretsMs: number,
  contextMs: number,
  clincMs: number,
  ownMs: number,
});

/** The line of a slash command. */
const command = z.object({
  v: name,
  said: z.enum(["briefing", "suggestion", "nothing"]),
  status: z.string().transform(nameIn),
});

/** The line of a call of the desk. The agent's id is left behind. */
const call = z.object({
  at: z.iso.datetime(),
  op: z.enum(["sign_in", "callback", "session", "briefing", "suggestion", "feedback"]),
  status: z.string().transform(nameIn),
  event: z.enum(["shown", "used", "copied", "good", "bad", "retired"]).optional().catch(undefined),
});

export type Turn = z.infer<typeof turn>;
export type Command = z.infer<typeof command>;
export type Call = z.infer<typeof call>;

/** A line of ours; `warning` with the word that it begins with, `cut` where no whole line is left. */
export type Line =
  | { kind: "turn"; turn: Turn }
  | { kind: "command"; command: Command }
  | { kind: "call"; call: Call }
  | { kind: "warning"; word: string }
  | { kind: "cut" };

const CUT: Line = { kind: "cut" };

/** Reads a line that begins with our mark, or as the desk's do. Something may stand behind it. */
export function lineIn(text: string): Line {
  const [, what, rest = ""] = /^\[clinc\] (turn|command)\b(.*)/.exec(text) ?? [];
  if (what === undefined && !text.startsWith("{")) return { kind: "warning", word: wordOf(text) };
  const json = what === undefined ? text : rest;
  const value = fromJson(json.slice(0, json.lastIndexOf("}") + 1));
  if (what === "turn") return ofKind("turn", turn.safeParse(value).data);
  return what === "command"
    ? ofKind("command", command.safeParse(value).data)
    : ofKind("call", call.safeParse(value).data);
}

function ofKind<Kind extends string, Read>(kind: Kind, read: Read | undefined): Line {
  return read === undefined ? CUT : ({ kind, [kind]: read } as unknown as Line);
}

/** A fault's warning begins with its reason. */
function wordOf(text: string): string {
  return /^\[clinc\] ([a-z_]{1,64}):/.exec(text)?.[1] ?? "";
}
