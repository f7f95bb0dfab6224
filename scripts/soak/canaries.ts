/**
 * Values that must never be seen in the wrong place. Each says by its name where it starts from; what a consumer may
 * read is kept free of all of them but {@link CANARIES.answer}.
 */
export const CANARIES = {
  key: "KEY5e1fc0ffee5e1fc0ffee",
  words: "WORDS-parrot-7",
  customer: "CUSTOMER-heron-8",
  slot: "SLOT-finch-9",
  card: "4111111111111111",
  answer: "ANSWER-wren-3",
  unasked: "UNASKED-robin-5",
} as const;

const IN_LOGS = Object.values(CANARIES);
const IN_REPLIES = IN_LOGS.filter((canary) => canary !== CANARIES.answer);

/** The canaries that stand where they must not. */
export function leaks(reply: unknown, logs: string): string[] {
  const said = JSON.stringify(reply) ?? "";
  return [
    ...IN_LOGS.filter((canary) => logs.includes(canary)).map((canary) => `${canary} in the log`),
    ...IN_REPLIES.filter((canary) => said.includes(canary)).map((canary) => `${canary} in a reply`),
  ];
}
