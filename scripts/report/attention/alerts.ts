/** Something that needs attention: `act` where consumers notice, `look` where they might. A remedy may hold `code`. */
export type Attention = { level: "act" | "look"; what: string; remedy: string };

/** From when on something needs attention: the alerts of the document for operators. Shares are of turns, but where it says so. */
export const ALERTS = {
  faultShare: 0.02,
  slowShare: 0.05,
  recordShare: 0.02,
  /** Hand-overs of a day, by the usual share of conversations. */
  handOverTimes: 2,
  /** Of the free invocations of a month. */
  invocationShare: 0.8,
} as const;

/** Of fewer turns, or conversations, of a day a share says nothing. */
export const ENOUGH_OF_DAY = 20;
