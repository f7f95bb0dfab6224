import { type Message, oneByOne, type Script } from "../play.ts";

/** Clinc's names for what the consumer wants; the last one hands over. */
const NAMES = [
  "greet",
  "get_balance",
  "spending_advice",
  "transfer_money",
  "card_lost",
  "block_card",
  "order_card",
  "live_agent",
];

/** The values of the allowlisted slot, and where they are said. */
const ACCOUNTS: Record<number, string> = { 1: "Everyday", 4: "Savings" };

/** What the agent reads of a conversation with eight intents, in which the account was said and then changed. */
export const summaries: Script = {
  play: () =>
    oneByOne(
      NAMES.map((name, place): Message => {
        const account = ACCOUNTS[place];
        return { clinc: { kind: "understood", name, ...(account !== undefined && { account }) } };
      }),
    ),
  judge: ({ turns }) => {
    const summary = turns.at(-1)?.agent.join("\n") ?? "";
    const intents = /^Last intents: (.*)$/m.exec(summary)?.[1]?.split(", ") ?? [];
    const expected = NAMES.slice(-5).map((name) => `${name.replaceAll("_", " ")} (0.90)`);
    return [
      ["lastIntents", intents.join() === expected.join()],
      ["newestDetail", summary.includes("account: Savings")],
      ["outdatedDetail", summary.includes("account: Everyday")],
    ];
  },
};
