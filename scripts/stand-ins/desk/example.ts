import { inputOf, newConversationId } from "../../conversations/events.ts";
import { ASSIST_SECRETS, mockSecrets, startMockClinc } from "../clinc/server.ts";
import { mockRecord, startMockContextService } from "../context-service/server.ts";
import { deliver } from "../functions/connector.ts";
import { loadBuilt } from "../functions/load-built.ts";
import { inCapitals, withoutSignIn } from "./local-desk.ts";

/** What a desk needs to show something: a Clinc, a store, and a conversation that a bot has handed over. */
export type Example = {
  /** The desk's settings, without its address. */
  environment: Record<string, string>;
  conversationId: string;
  /** What was said, as LivePerson's workspace shows it. */
  transcript: Line[];
  close(): Promise<void>;
};

/** A line of the transcript, as far as it is shown. */
type Line = {
  id: string;
  dialogId: string;
  source: "visitor" | "agent";
  by: string;
  text: string;
  time: number;
};

/** What the consumer says to the bot. */
const TURNS = ["hello", "What is my balance in checking?", "I lost my card"];

/** Lets the built ClincBot have a conversation with the example bank, and keep its record at a stand-in store. */
export async function startExample(): Promise<Example> {
  const [clinc, store] = await Promise.all([startMockClinc(), startMockContextService()]);
  const record = mockRecord(store.host);
  const secrets = { ...mockSecrets(clinc.host), ...record.secrets };
  const variables = {
    TRANSFER_SKILL: "human-agents",
    AGENT_DETAILS: "CARD_NUMBER, ACCOUNT",
    ...record.environment,
  };
  const [bot] = await loadBuilt("v2", 1, secrets, variables);
  const conversationId = newConversationId(false);
  const transcript: Line[] = [];
  const said = (source: Line["source"], by: string, text: string) => {
    const [dialogId, time] = [conversationId, Date.now()];
    transcript.push({ id: `${dialogId}::${transcript.length}`, dialogId, source, by, text, time });
  };
  for (const [index, turn] of TURNS.entries()) {
    said("visitor", "Consumer", turn);
    const reply = await bot?.invoke(inputOf(turn, { conversationId, index, isChat: false }));
    for (const text of deliver(reply?.result, false).consumer) said("agent", "Bot", text);
  }
  return {
    environment: {
      ...inCapitals({ ...secrets, ...ASSIST_SECRETS }),
      ...record.environment,
      ...withoutSignIn(),
    },
    conversationId,
    transcript,
    async close() {
      await Promise.all([clinc.close(), store.close()]);
    },
  };
}
