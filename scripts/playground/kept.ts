import type { Settings } from "../../src/bot/settings.ts";
import { recordPlace } from "../../src/record/place.ts";
import { sealingOf } from "../../src/record/sealing.ts";
import { MOCK_APP_KEY } from "../stand-ins/clinc/server.ts";
import { openRecord } from "../stand-ins/context-service/open-record.ts";
import type { MockContextService } from "../stand-ins/context-service/server.ts";
import type { KeptView } from "./view.ts";

/** What is kept of a conversation now; `undefined` for nothing. */
export async function keptOf(
  { stored }: MockContextService,
  { CONTEXT_HOST, CONTEXT_ACCOUNT, CLINC_SECRET_PREFIX }: Settings,
  conversationId: string,
): Promise<KeptView | undefined> {
  const place = recordPlace(CONTEXT_HOST, CONTEXT_ACCOUNT, CLINC_SECRET_PREFIX);
  const properties = place ? stored(place.account, place.namespace, conversationId) : {};
  if (!place || Object.keys(properties).length === 0) return undefined;
  const { isSealed, ...seen } = await openRecord(properties, sealingOf(MOCK_APP_KEY, conversationId, place));
  const { agent, bot, ...claims } = properties;
  return { livePerson: { agent, bot, ...claims }, bot: seen };
}
