import { SLOW_MS } from "../count/parts.ts";
import type { Figures } from "../figures.ts";
import { dayName, percent, seconds } from "../wording.ts";
import { ALERTS, type Attention, ENOUGH_OF_DAY } from "./alerts.ts";

/** Of what consumers ask, beyond which the AI's training is worth a look. */
const MISUNDERSTOOD_SHARE = 0.1;

/** The day with the most hand-overs, where it is not as the others. */
export function handOverDays({ days }: Figures): Attention[] {
  const shares = days
    .filter(({ conversations }) => conversations >= ENOUGH_OF_DAY)
    .map(({ day, handedOver, conversations }) => ({ day, share: handedOver / conversations }))
    .sort((one, other) => one.share - other.share);
  const usual = shares[Math.floor(shares.length / 2)]?.share ?? 0;
  const worst = shares.at(-1);
  if (!worst || usual === 0 || worst.share < usual * ALERTS.handOverTimes) return [];
  const what = `${percent(worst.share)} of the conversations of ${dayName(worst.day)} were handed over; ${percent(usual)} are usual.`;
  return [
    {
      level: "look",
      what,
      remedy: "Look at that day's reasons, and whether a release of the AI changed a name",
    },
  ];
}

/** Turns for which consumers waited. */
export function slow({ latency: { slow: count, parts } }: Figures): Attention[] {
  const total = parts.find(({ part }) => part === "totalMs")?.durations;
  if (!total || count / total.count <= ALERTS.slowShare) return [];
  const what = `${percent(count / total.count)} of the turns took longer than ${seconds(SLOW_MS)}.`;
  return [{ level: "act", what, remedy: "The chart of times tells which part; `clincMs` is Clinc's" }];
}

/** An AI that seldom understands. */
export function misunderstood({
  understanding: { asked, misunderstood: count, intents },
}: Figures): Attention[] {
  if (asked < ENOUGH_OF_DAY || count / asked <= MISUNDERSTOOD_SHARE) return [];
  const weakest = intents[0] ? `, and train \`${intents[0].intent}\`, of which it is least sure` : "";
  const remedy = `Look at what consumers ask for and the AI does not know${weakest}`;
  return [
    { level: "look", what: `Clinc did not understand ${percent(count / asked)} of the messages.`, remedy },
  ];
}
