import type { Context } from "../../clinc/query.ts";
import { channelOf } from "../../liveperson/channel.ts";
import type { ConsumerTurn } from "../../liveperson/consumer-turn.ts";
import { wellFormed } from "../../runtime/characters.ts";
import { cut } from "../../runtime/graphemes.ts";
import { valueAt } from "../../runtime/tolerant.ts";
import type { Settings } from "../settings.ts";

const LONGEST = 200;

/**
 * What the bank lets its business logic know beside the question, by the names and paths that it chose; `undefined` for
 * nothing. It is personal data on its way to Clinc alone: nothing of it is logged or remembered.
 */
export function contextOf(
  { about, origin }: ConsumerTurn,
  language: string,
  { CHANNEL, CLINC_CONTEXT }: Settings,
): Context | undefined {
  if (CLINC_CONTEXT.length === 0) return undefined;
  const known = {
    ...about,
    channel: channelOf(origin, CHANNEL),
    surface: origin.isChat ? "chat" : "messaging",
    skill: origin.skillId,
    language,
  };
  const told = CLINC_CONTEXT.flatMap((path) => {
    const value = plain(valueAt(known, path));
    return value === undefined ? [] : [[path, value] as const];
  });
  return told.length > 0 ? Object.fromEntries(told) : undefined;
}

/** A text, a number, yes or no; anything else, and an empty text, is not told. */
function plain(value: unknown): Context[string] | undefined {
  if (typeof value === "string") return wellFormed(cut(value.trim(), LONGEST)) || undefined;
  return typeof value === "boolean" || Number.isFinite(value) ? (value as boolean | number) : undefined;
}
