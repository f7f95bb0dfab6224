import type { Question } from "../../clinc/query.ts";
import type { ConsumerTurn } from "../../liveperson/consumer-turn.ts";
import type { Memory } from "../memory.ts";
import type { Settings } from "../settings.ts";
import { chosen } from "./choosing.ts";
import { contextOf } from "./context.ts";

/** A question for Clinc, with what the consumer typed last. */
type AskedQuestion = Question & { typed: string };

/** What Clinc is asked, if anything: a conversation that comes back goes on with what the consumer said last. */
export function questionOf(
  turn: ConsumerTurn,
  memory: Memory,
  settings: Settings,
): AskedQuestion | undefined {
  const { said, conversationId, location } = turn;
  const { LOCATION_QUERY, WELCOME_MESSAGE, WELCOME_QUERY } = settings;
  const about = {
    conversationId,
    externalUserId: externalUser(turn, settings),
    device: settings.CLINC_DEVICE,
    language: settings.CLINC_LANGUAGE,
    context: contextOf(turn, memory.language, settings),
    location,
  };
  const ask = (words: string, typed: string) => ({ ...about, words, typed });
  if (said.kind === "words") return ask(chosen(said.words, memory.open), said.words);
  if (said.kind === "location" && LOCATION_QUERY !== "") return ask(LOCATION_QUERY, memory.lastWords);
  if (said.kind !== "welcome") return undefined;
  const { lastMessage } = said;
  if (lastMessage !== "" && lastMessage !== memory.lastWords) return ask(lastMessage, lastMessage);
  return WELCOME_MESSAGE === "" ? ask(WELCOME_QUERY, memory.lastWords) : undefined;
}

function externalUser({ visitorId, customerId }: ConsumerTurn, settings: Settings): string {
  return { none: "", visitor: visitorId, customer: customerId }[settings.CLINC_EXTERNAL_USER];
}
