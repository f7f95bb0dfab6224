/**
 * Values that must never be seen in the wrong place. Each says by its name where it starts from; what a consumer may
 * read is kept free of all of them but {@link CANARIES.answer} and what was {@link CANARIES.typed}.
 */
export const CANARIES = {
  key: "KEY5e1fc0ffee5e1fc0ffee",
  words: "WORDS-parrot-7",
  customer: "CUSTOMER-heron-8",
  slot: "SLOT-finch-9",
  card: "4111111111111111",
  answer: "ANSWER-wren-3",
  unasked: "UNASKED-robin-5",
  agents: "AGENTS-siskin-5",
  typed: "TYPED-wagtail-6",
} as const;

const IN_LOGS = Object.values(CANARIES);
const IN_SOME_REPLIES: readonly string[] = [CANARIES.answer, CANARIES.agents, CANARIES.typed];
const IN_REPLIES = IN_LOGS.filter((canary) => !IN_SOME_REPLIES.includes(canary));

/** The canaries that stand where they must not. */
export function leaks(reply: unknown, logs: string): string[] {
  const said = JSON.stringify(reply) ?? "";
  return [
    ...IN_LOGS.filter((canary) => logs.includes(canary)).map((canary) => `${canary} in the log`),
    ...IN_REPLIES.filter((canary) => said.includes(canary)).map((canary) => `${canary} in a reply`),
  ];
}

/** Whether a reply shows the consumer what is for agents alone. */
export function showsConfidences(reply: unknown): boolean {
  const forAll = messagesOf(reply).filter((entry) => !isPrivate(entry));
  return JSON.stringify(forAll).includes(CANARIES.agents);
}

/** Whether something that the consumer typed has become an action, or a text for agents. */
export function obeysConsumer(reply: unknown): boolean {
  const forAgents = messagesOf(reply).filter(isPrivate);
  return JSON.stringify([forAgents, Object(reply).context]).includes(CANARIES.typed);
}

/** None for a reply that is none. */
function messagesOf(reply: unknown): unknown[] {
  return Object(reply).messages ?? [];
}

function isPrivate(entry: unknown): boolean {
  return Object(entry).messageAudience !== undefined;
}
