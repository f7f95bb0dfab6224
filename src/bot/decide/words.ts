import type { OpenChoices } from "../../answer/answer.ts";
import type { Question } from "../../clinc/query.ts";
import type { ConsumerTurn } from "../../liveperson/consumer-turn.ts";
import type { Memory } from "../memory.ts";
import type { Settings } from "../settings.ts";

/** A question for Clinc, with what the consumer typed last. */
type AskedQuestion = Question & { typed: string };

/** What Clinc is asked, if anything: a conversation that comes back goes on with what the consumer said last. */
export function questionOf(
  turn: ConsumerTurn,
  memory: Memory,
  settings: Settings,
): AskedQuestion | undefined {
  const { said, conversationId } = turn;
  const about = {
    conversationId,
    externalUserId: externalUser(turn, settings),
    device: settings.CLINC_DEVICE,
    language: settings.CLINC_LANGUAGE,
  };
  const ask = (words: string, typed: string) => ({ ...about, words, typed });
  if (said.kind === "words") return ask(chosen(said.words, memory.open), said.words);
  if (said.kind !== "welcome") return undefined;
  const { lastMessage } = said;
  if (lastMessage !== "" && lastMessage !== memory.lastWords) return ask(lastMessage, lastMessage);
  return settings.WELCOME_MESSAGE === "" ? ask(settings.WELCOME_QUERY, memory.lastWords) : undefined;
}

function externalUser({ visitorId, customerId }: ConsumerTurn, settings: Settings): string {
  return { none: "", visitor: visitorId, customer: customerId }[settings.CLINC_EXTERNAL_USER];
}

/**
 * What the consumer means: a label typed by hand says what clicking it would have said, and so does a number while a
 * numbered list is open. Anything else, an amount above all, is taken as it is, and so is a label that stands on several
 * cards and means something else on each.
 */
export function chosen(words: string, { shown, numbered }: OpenChoices): string {
  const typed = words.trim().toLowerCase();
  const labelled = [...shown, ...numbered].filter(({ title }) => title.trim().toLowerCase() === typed);
  const byLabel = labelled.every(({ say }) => say === labelled[0]?.say) ? labelled[0] : undefined;
  const number = /^(\d{1,3})[.)]?$/.exec(typed)?.[1];
  const byNumber = number === undefined ? undefined : numbered[Number(number) - 1];
  return (labelled.length > 0 ? byLabel : byNumber)?.say ?? words;
}
