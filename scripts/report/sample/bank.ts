import type { Chance } from "../../kit/chance.ts";

/** What consumers of the invented bank ask for: how often, by which name Clinc knows it, and how sure it is, from and to. */
type Wish = { name: string; score: readonly [number, number]; handsOver?: number };

/** What a consumer writes next; a number of the reply tells which wish it was. */
const WISHES: ReadonlyArray<readonly [weight: number, wish: Wish]> = [
  [26, { name: "get_balance", score: [0.9, 0.99] }],
  [14, { name: "spending_history", score: [0.82, 0.97] }],
  [12, { name: "transfer_money", score: [0.78, 0.96] }],
  [9, { name: "card_lost", score: [0.86, 0.98], handsOver: 0.5 }],
  [8, { name: "find_branch", score: [0.8, 0.97] }],
  [7, { name: "change_pin", score: [0.74, 0.94] }],
  [5, { name: "travel_notice", score: [0.62, 0.88] }],
  [4, { name: "loan_rates", score: [0.5, 0.8] }],
  [4, { name: "dispute_charge", score: [0.42, 0.76], handsOver: 0.35 }],
  [2, { name: "mortgage_offer", score: [0.38, 0.7] }],
  [6, { name: "out_of_scope", score: [0.2, 0.5] }],
  [2, { name: "agent_handover", score: [0.8, 0.97] }],
  [3, { name: "clean_goodbye", score: [0.88, 0.99] }],
];

/** What Clinc makes of a message. */
export type Understood = { name: string; score: number; liveperson?: unknown };

/** Who was not understood once tries again in words that are no better. */
export const MISUNDERSTOOD: Understood = { name: "out_of_scope", score: 0.31 };

/** What one message is understood as. */
export function understood(chance: Chance): Understood {
  const { name, score, handsOver = 0 } = chance.weighted(WISHES);
  const [low, high] = score;
  const action = { action: "TRANSFER", actionParameters: { skill: "human-cards" } };
  return {
    name,
    score: Math.round((low + (high - low) * chance.next()) * 100) / 100,
    ...(chance.next() < handsOver && { liveperson: action }),
  };
}

/** Conversations that begin in each hour of a working day, by weight: mornings, and evenings at home. */
const HOURS = [1, 1, 0, 0, 0, 1, 3, 8, 14, 18, 17, 15, 12, 13, 13, 12, 12, 14, 17, 18, 14, 9, 5, 2];

/** How many begin on a day of the week, 0 for Monday. */
const CONVERSATIONS = [104, 98, 95, 92, 97, 48, 36];

/** Milliseconds after midnight at which the conversations of a day begin, the earliest first. */
export function beginnings(weekday: number, chance: Chance): number[] {
  const usual = CONVERSATIONS[weekday] ?? 0;
  const count = chance.between(Math.round(usual * 0.85), Math.round(usual * 1.15));
  const hours = HOURS.map((weight, hour) => [weight, hour] as const);
  return Array.from({ length: count }, () => {
    return chance.weighted(hours) * 3_600_000 + chance.between(0, 3_599_999);
  }).sort((one, other) => one - other);
}

/** An id as LivePerson gives it, by chance that can be repeated. */
export function uuid(chance: Chance): string {
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => chance.between(0, 15).toString(16)).join("");
  return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
}
