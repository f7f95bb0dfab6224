import { clincReply, type Decision } from "../conversations/clinc-reply.ts";

/** What Clinc answers in a benchmark: the same whole reply to every question, as text. */
export type CannedReply = "text" | "carousel";

const DECISIONS: Record<CannedReply, Decision> = {
  text: decision("get_balance", "Your Everyday Checking balance is $1,250.40.", {
    slots: { ACCOUNT: "Everyday Checking" },
  }),
  carousel: decision("card_choice", "These cards are made for you.", {
    liveperson: { carousel: Array.from({ length: 10 }, (_, index) => card(index + 1)) },
  }),
};

/** A reply of the Clinc Query API with the fields of a real one. */
export function cannedReply(kind: CannedReply): string {
  return JSON.stringify(
    clincReply({ query: "What is my balance?", device: "liveperson" }, DECISIONS[kind], "0123456789abcdef"),
  );
}

function decision(name: string, text: string, more: Partial<Decision>): Decision {
  return { intent: `${name}_start`, competency: name, state: name, text, probability: 0.97, ...more };
}

function card(number: number): unknown {
  return {
    title: `Travel Card ${number}`,
    subtitle: "No fees abroad",
    text: "9.90 a month, with insurance for the whole family.",
    image: { url: `https://img.bank.example/travel-${number}.png`, alt: "A blue card on a beach" },
    buttons: [
      { title: "Order it", say: `order travel card ${number}` },
      { title: "Terms", link: "https://bank.example/cards/travel" },
      { title: "Call us", call: "+1 555 0100" },
    ],
  };
}
