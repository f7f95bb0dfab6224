import { type BotSecrets, type RecordedTurn, secretsOf, turnsOf } from "../../../src/record/properties.ts";
import type { Sealing } from "../../../src/record/sealing.ts";
import { type ConversationRecord, parseRecord } from "../../../src/record/shape.ts";
import type { Properties } from "./sessions.ts";

/** A record as the function sees it: nothing in it is sealed any more. */
export type OpenRecord = {
  agent: Omit<ConversationRecord["agent"], "sealed" | "turns"> & { turns: RecordedTurn[] };
  bot: Omit<ConversationRecord["bot"], "sealed"> & BotSecrets;
  claims: ConversationRecord["claims"];
  /** A part stays sealed for whoever has another App-Key than the function had. */
  isSealed: boolean;
};

/**
 * Opens the properties that the service holds, for people who look at a record.
 *
 * @param sealing of this conversation, with the function's App-Key
 */
export async function openRecord(properties: Properties, sealing: Sealing): Promise<OpenRecord> {
  const record = parseRecord(properties, 0);
  const { sealed: ofAgent, ...agent } = record.agent;
  const { sealed: ofBot, ...bot } = record.bot;
  const [turns, secrets, ...contents] = await Promise.all([
    turnsOf(record, sealing),
    secretsOf(record, sealing),
    sealing.unseal("agent", agent.rev, ofAgent),
    sealing.unseal("bot", bot.rev, ofBot),
  ]);
  const isSealed = [ofAgent, ofBot].some((sealed, part) => sealed !== "" && contents[part] === undefined);
  return { agent: { ...agent, turns }, bot: { ...bot, ...secrets }, claims: record.claims, isSealed };
}
