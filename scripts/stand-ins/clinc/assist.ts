import type { Competency } from "./competency.ts";

/** The AI version of the bank that suggests replies to agents. */
export const MOCK_ASSIST_AI_VERSION = "00000000-0000-4000-8000-000000000202";

/**
 * What that version says otherwise than the one for consumers. Its business logic only reads: it blocks no card, orders
 * none and sends no money, so an agent may ask it as often as they like. The other competencies read anyway.
 */
export const ASSIST_COMPETENCIES: readonly Competency[] = [
  {
    name: "card_replacement",
    starts: /\b(new|replacement) card\b|\bcard\b.*\b(arrive|take|long)\b/i,
    step: () => ({
      state: "card_replacement",
      text: "A replacement card arrives within five working days.",
      liveperson: {
        text: "Would you like it sent to your home or to a branch?",
        choices: ["To my home", "To a branch"],
      },
    }),
  },
  {
    name: "card_lost",
    starts: /\b(lost|stolen)\b/i,
    step: () => ({
      state: "card_lost",
      text: "I am sorry to hear that. I will block the card for you now, if that is all right.",
    }),
  },
  {
    name: "account_transfer",
    starts: /\b(send|transfer|move)\b.*(\bmoney\b|\$|\d|savings|checking)/i,
    step: () => ({
      state: "account_transfer",
      text: "You can send money in the app under Payments. Shall I show you how?",
    }),
  },
  {
    name: "card_order",
    starts: /\border (the )?\w+ card\b/i,
    step: () => ({ state: "card_order", text: "I can order this card for you. Shall I?" }),
  },
  {
    name: "documents",
    starts: /\b(papers?|documents?|forms?)\b/i,
    step: () => ({ state: "documents", text: "Which document do you need?", probability: 0.31 }),
  },
];
