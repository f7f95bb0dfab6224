import { recordPlace, urlIn } from "../../../src/record/place.ts";
import { type RecordParts, recordProperties } from "../../../src/record/properties.ts";
import { sealingOf } from "../../../src/record/sealing.ts";
import { MOCK_ACCOUNT, MOCK_CONTEXT_KEY } from "./service.ts";

/** Whose record it is, and with what it is sealed. */
export type RecordOwner = { conversationId: string; appKey: string; prefix?: string };

/** Puts a record into the stand-in at this host, as a bot has left it. */
export async function writeRecord(host: string, owner: RecordOwner, parts: RecordParts): Promise<void> {
  const { conversationId, appKey, prefix = "clinc" } = owner;
  const place = recordPlace(host, MOCK_ACCOUNT, prefix);
  if (!place) throw new Error(`${host} is no address of a stand-in`);
  const properties = await recordProperties(parts, sealingOf(appKey, conversationId, place));
  const { status } = await fetch(urlIn(place, place.namespace, conversationId, "properties"), {
    method: "PATCH",
    headers: { "maven-api-key": MOCK_CONTEXT_KEY, "Content-Type": "application/json" },
    body: JSON.stringify(properties),
  });
  if (status !== 204) throw new Error(`The record was answered with ${status}`);
}
