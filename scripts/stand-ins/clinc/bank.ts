import { randomUUID } from "node:crypto";
import { clincReply, type Decision, type MockQuery } from "../../conversations/clinc-reply.ts";
import { ASSIST_COMPETENCIES, MOCK_ASSIST_AI_VERSION } from "./assist.ts";
import { mapOf, nearestBranch } from "./branches.ts";
import type { Competency, Dialog } from "./competency.ts";
import { heardIn, saidIn } from "./phrase-book.ts";
import { SHOWCASE } from "./showcase.ts";

/**
 * A small scripted banking assistant with real multi-turn state: what it asks depends on what was said before under the
 * same dialog seed. Everything in it is invented.
 */
export type Bank = {
  answer(query: MockQuery): Record<string, unknown>;
  /** The id of the query's dialog. */
  sessionOf(query: MockQuery): string;
};

/** Clinc forgets a dialog after ten minutes. */
const FORGOTTEN_AFTER_MS = 10 * 60_000;

/** A bank with no dialogs yet. */
export function exampleBank(): Bank {
  const dialogs = new Map<string, Dialog>();
  const dialogOf = ({ dialog_seed }: MockQuery) => remembered(dialogs, dialog_seed ?? randomUUID());

  return {
    sessionOf: (query) => dialogOf(query).sessionId,
    answer(query) {
      const dialog = dialogOf(query);
      const words = heardIn(query.language, query.query.trim());
      const known =
        query.ai_version === MOCK_ASSIST_AI_VERSION
          ? [...ASSIST_COMPETENCIES, ...COMPETENCIES]
          : COMPETENCIES;
      const started = exhibited(words) ?? known.find(({ starts }) => starts.test(words));
      const again = started === undefined && dialog.pending !== undefined;
      const competency = started ?? dialog.pending ?? OUT_OF_SCOPE;
      if (!again) dialog.slots = {};
      const { lat, lon } = query;
      dialog.position = lat === undefined || lon === undefined ? undefined : { lat, lon };
      const { isOpen, text, liveperson, ...decided } = competency.step(words, dialog, again);
      dialog.pending = isOpen ? competency : undefined;
      const isKnown = competency !== OUT_OF_SCOPE;
      const intent = isKnown ? `${competency.name}_${again ? "update" : "start"}` : competency.name;
      const decision: Decision = {
        intent,
        competency: competency.name,
        probability: isKnown ? 0.97 : 0.22,
        ...decided,
        ...saidIn(query.language, { text, liveperson }),
      };
      return clincReply(query, decision, dialog.sessionId);
    },
  };
}

function remembered(dialogs: Map<string, Dialog>, seed: string): Dialog {
  const found = dialogs.get(seed);
  const now = Date.now();
  const dialog =
    found && now - found.usedAt < FORGOTTEN_AFTER_MS
      ? found
      : {
          sessionId: randomUUID().replaceAll("-", ""),
          usedAt: now,
          pending: undefined,
          slots: {},
          position: undefined,
        };
  dialog.usedAt = now;
  dialogs.set(seed, dialog);
  return dialog;
}

const BALANCES: Record<string, string> = {
  "Everyday Checking": "$1,250.40",
  "Rainy Day Savings": "$8,300.00",
};

function accountIn(words: string): string | undefined {
  if (/check/i.test(words)) return "Everyday Checking";
  return /saving|rainy/i.test(words) ? "Rainy Day Savings" : undefined;
}

/** A card in LivePerson's own vocabulary. */
function card(name: string, offer: string): unknown {
  return {
    type: "vertical",
    elements: [
      {
        type: "image",
        url: `https://img.bank.example/${name.split(" ")[0]?.toLowerCase()}.png`,
        caption: name,
      },
      { type: "text", text: name, style: { bold: true } },
      { type: "text", text: offer },
      {
        type: "button",
        title: "Order this card",
        click: { actions: [{ type: "publishText", text: `order the ${name}` }] },
      },
    ],
  };
}

const OUT_OF_SCOPE: Competency = {
  name: "out_of_scope",
  starts: /(?!)/,
  step: () => ({
    state: "out_of_scope",
    text: "Sorry, I can't help with that yet. Please say it in other words.",
  }),
};

/** The competency that answers with the exhibit of exactly these words. */
function exhibited(words: string): Competency | undefined {
  const exhibit = SHOWCASE.find(({ say }) => say.toLowerCase() === words.toLowerCase());
  if (exhibit === undefined) return undefined;
  const { text = "", liveperson } = exhibit;
  return { name: "showcase", starts: /(?!)/, step: () => ({ state: "showcase", text, liveperson }) };
}

const COMPETENCIES: Competency[] = [
  {
    name: "clean_hello",
    starts: /^(hello|hi|hey|good (morning|day|evening))\b/i,
    step: () => ({
      state: "clean_hello",
      text: "Welcome to Example Bank.",
      liveperson: { text: "What can I do for you?", choices: ["My balance", "Send money", "Choose a card"] },
    }),
  },
  {
    name: "get_balance",
    starts: /\bbalance\b|how much .*(have|account)/i,
    step(words) {
      const account = accountIn(words);
      if (account === undefined) {
        const question = "Which account?";
        return {
          state: "get_balance",
          text: question,
          isOpen: true,
          liveperson: { text: question, choices: ["Checking", "Savings"] },
        };
      }
      return {
        state: "get_balance",
        text: `Your ${account} balance is ${BALANCES[account]}.`,
        slots: { ACCOUNT: account },
      };
    },
  },
  {
    name: "account_transfer",
    starts: /\b(send|transfer|move)\b.*(\bmoney\b|\$|\d|savings|checking)/i,
    step(words, dialog, again) {
      const { slots } = dialog;
      if (again && slots.AMOUNT && slots.TARGET) {
        if (/^(yes|yep|sure|confirm|correct|ok)/i.test(words)) {
          const text = `Done. ${slots.AMOUNT} is on its way to ${slots.TARGET}.\\mIs there anything else?`;
          return { state: "account_transfer_confirmed", text, slots };
        }
        if (/^(no|cancel|stop)/i.test(words))
          return { state: "account_transfer_cancel", text: "Alright, nothing was sent." };
      }
      const amount = /\$?\s?(\d+(?:[.,]\d{1,2})?)/.exec(words)?.[1];
      if (amount) slots.AMOUNT = `$${Number(amount.replace(",", ".")).toFixed(2)}`;
      const target = accountIn(words);
      if (target) slots.TARGET = target;
      if (!slots.AMOUNT)
        return { state: "account_transfer", text: "How much do you want to send?", slots, isOpen: true };
      if (!slots.TARGET) return { state: "account_transfer", text: "To which account?", slots, isOpen: true };
      const text = `Send ${slots.AMOUNT} to ${slots.TARGET}, right?`;
      return {
        state: "account_transfer_confirm",
        text,
        slots,
        isOpen: true,
        liveperson: { text, choices: ["Yes", "No"] },
      };
    },
  },
  {
    name: "card_choice",
    starts: /\b(choose|which|new|show)\b.*\bcards?\b/i,
    step: () => ({
      state: "card_choice",
      text: "These two cards are made for you.",
      liveperson: [
        { delay: 1, typing: true },
        {
          structuredContent: {
            type: "carousel",
            padding: 10,
            elements: [card("Travel Card", "No fees abroad"), card("Everyday Card", "1 % back on groceries")],
          },
          metadata: [{ type: "ExternalId", id: "card-choice" }],
        },
      ],
    }),
  },
  {
    name: "card_order",
    starts: /\border (the )?\w+ card\b/i,
    step(words) {
      const name = `${/order (?:the )?(\w+)/i.exec(words)?.[1] ?? "new"} card`;
      return {
        state: "card_order",
        text: `Your ${name} will be with you within five days.`,
        slots: { CARD: name },
      };
    },
  },
  {
    name: "branch_nearby",
    starts: /\b(nearest|closest)\b.*\bbranch\b/i,
    step(_words, { position }) {
      if (position === undefined) {
        const text = "Please share your location, and I will look for the nearest branch.";
        return { state: "branch_nearby", text };
      }
      const { branch, kilometres } = nearestBranch(position);
      const { town, street } = branch;
      return {
        state: "branch_nearby",
        text: `Your nearest branch is in ${town}, ${kilometres.toFixed(1)} km from you.`,
        slots: { TOWN: town },
        liveperson: {
          card: {
            title: `Branch in ${town}`,
            subtitle: street,
            buttons: [
              { title: "Show it on a map", link: mapOf(branch) },
              { title: "Opening hours", say: `hours in ${town}` },
            ],
          },
        },
      };
    },
  },
  {
    name: "branch_hours",
    starts: /^hours in \w+/i,
    step(words) {
      const town = words.replace(/^hours in /i, "");
      return {
        state: "branch_hours",
        text: `The branch in ${town} is open from 9 to 5.`,
        slots: { TOWN: town },
      };
    },
  },
  {
    name: "card_lost",
    starts: /\b(lost|stolen)\b/i,
    step: () => ({
      state: "card_lost",
      text: "I have blocked the card.\\nA colleague from the card desk takes over now.",
      slots: { CARD_NUMBER: "4111 1111 1111 1111" },
      liveperson: [
        {
          text: "Card blocked by the bot; replacement not ordered yet.",
          messageAudience: "AGENTS_AND_MANAGERS",
        },
        { action: "TRANSFER", actionParameters: { skill: "human-cards" } },
      ],
    }),
  },
  {
    name: "faq_agent_handover",
    starts: /\b(human|person|agent|someone)\b/i,
    step: () => ({ state: "faq_agent_handover", text: "I will connect you with a specialist." }),
  },
  {
    name: "clean_goodbye",
    starts: /\b(bye|goodbye|that's all)\b/i,
    step: () => ({ state: "clean_goodbye", text: "Goodbye!" }),
  },
];
