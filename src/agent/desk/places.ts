import { Refusal } from "./refusal.ts";

/** How much may be under way at a time, of one agent and of all. */
export type Places = {
  /** @throws {Refusal} `too_many` where no place is free; nothing waits */
  take<T>(agent: string, work: () => Promise<T>): Promise<T>;
};

/** Clinc's answers take a second or two, so there is soon a place. */
const RETRY_SECONDS = 1;

export function placesFor({ anAgent, all }: { anAgent: number; all: number }): Places {
  const taken = new Map<string, number>();
  let sum = 0;
  const change = (agent: string, by: number) => {
    const count = (taken.get(agent) ?? 0) + by;
    if (count > 0) taken.set(agent, count);
    else taken.delete(agent);
    sum += by;
  };
  return {
    async take(agent, work) {
      if (sum >= all || (taken.get(agent) ?? 0) >= anAgent)
        throw new Refusal("too_many", { retryAfter: RETRY_SECONDS });
      change(agent, 1);
      try {
        return await work();
      } finally {
        change(agent, -1);
      }
    },
  };
}
