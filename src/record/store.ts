import type { Fault } from "../runtime/fault.ts";
import type { JsonObject } from "../runtime/tolerant.ts";
import type { Transport } from "../runtime/transport.ts";
import { contextService } from "./context-service.ts";
import { expiryOf } from "./expiry.ts";
import { isRecordable, type Place, urlIn } from "./place.ts";
import { resending } from "./resending.ts";
import { restingService } from "./resting.ts";
import { type ConversationRecord, parseRecord } from "./shape.ts";

/**
 * What a write came to: it was done (`on`), is not wanted or not possible (`off`), was not tried because the service is
 * left alone for a while (`resting`), or came to nothing (`failed`), and then the operator should hear why.
 */
export type Writing = { status: "on" | "off" | "resting" | "failed"; fault?: Fault | undefined };

/** The same of a read, and `none` for a conversation without a record; its first turn may be under way, with a claim. */
export type Reading =
  | { status: "on" | "none"; record: ConversationRecord; fault?: undefined }
  | { status: "off" | "resting" | "failed"; record?: undefined; fault?: Fault | undefined };

/** The records of an account's conversations. Nothing of it ever fails a turn. */
export type RecordStore = {
  /** @param key the account's key of the service; `""` turns the record off */
  read(conversationId: string, key: string): Promise<Reading>;
  /**
   * Writes whole properties, and nothing that would stay for ever; properties that are left out stay as they are.
   *
   * @param isEarly written beside the read, which may find that there is no record: then it has to be written again
   */
  write(conversationId: string, key: string, properties: JsonObject, isEarly?: boolean): Promise<Writing>;
  /** Whether the last read came to something; else a write beside the next one would fail as well, or wait to connect. */
  isReadable(): boolean;
};

/** Milliseconds that a turn waits for its record. */
export const READ_MS = 400;

/** Milliseconds. A first https call was seen to take 600 to 700 at V2's default CPU. */
const FIRST_READ_MS = 1_500;
const WRITE_MS = 800;

/**
 * The records at a place; without one all is off. To be made once per instance: it remembers how the service fares.
 *
 * @param keptHours after the last write; an older record counts as none
 */
export function recordStore(transport: Transport, place: Place | undefined, keptHours: number): RecordStore {
  if (!place) return NO_STORE;
  const keptSeconds = keptHours * 3_600;
  const service = restingService(resending(contextService(transport)));
  const expiry = expiryOf(service, place, keptSeconds);
  const urlOf = (conversationId: string) => urlIn(place, place.namespace, conversationId, "properties");
  let isReadable = false;
  return {
    isReadable: () => isReadable,
    async read(conversationId, key) {
      if (!isUsed(conversationId, key)) return { status: "off" };
      const timeout = service.hasAnswered() ? READ_MS : FIRST_READ_MS;
      const called = await service.call({ method: "get", url: urlOf(conversationId), key, timeout });
      const { status, found = {}, fault } = called;
      isReadable = status === "on";
      if (status !== "on") return { status, fault };
      const record = parseRecord(found, Date.now() - keptSeconds * 1_000);
      const isThere = record.agent.at + record.bot.at > 0;
      expiry.found(conversationId, isThere);
      return { status: isThere ? "on" : "none", record };
    },
    async write(conversationId, key, data, isEarly) {
      if (!isUsed(conversationId, key)) return { status: "off" };
      const obstacle = await expiry.obstacle(isEarly ? "" : conversationId, key);
      if (obstacle) return obstacle;
      return service.call({ method: "patch", url: urlOf(conversationId), key, data, timeout: WRITE_MS });
    },
  };
}

const NO_STORE: RecordStore = {
  read: async () => ({ status: "off" }),
  write: async () => ({ status: "off" }),
  isReadable: () => false,
};

function isUsed(conversationId: string, key: string): boolean {
  return key !== "" && isRecordable(conversationId);
}
