import { SLOW_MS } from "./count/parts.ts";
import type { Figures } from "./figures.ts";
import { counted, dayName, grouped, percent, seconds } from "./wording.ts";

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
const ENOUGH_OF_DAY = 20;
/** Days that are named; more than these are one trouble that lasts. */
const MOST_DAYS = 3;
/** Of what consumers ask, beyond which the AI's training is worth a look. */
const MISUNDERSTOOD_SHARE = 0.1;

/** What a report finds, the most pressing first. */
export function attentionTo(figures: Figures): Attention[] {
  const checks = [
    settings,
    failingDays,
    handOverDays,
    slow,
    record,
    invocations,
    channels,
    misunderstood,
    lines,
  ];
  const found = checks.flatMap((check) => check(figures));
  return [...found.filter(({ level }) => level === "act"), ...found.filter(({ level }) => level === "look")];
}

function settings({ faults }: Figures): Attention[] {
  return faults
    .filter(({ responsible }) => responsible === "settings")
    .map(({ reason, turns, remedy = "" }) => ({
      level: "act",
      what: `${counted(turns, "turn")} failed for a wrong setting: \`${reason}\`.`,
      remedy,
    }));
}

function failingDays({ days, faults }: Figures): Attention[] {
  const share = (day: Figures["days"][number]) => day.faults / day.turns;
  const bad = days.filter((day) => day.turns >= ENOUGH_OF_DAY && share(day) > ALERTS.faultShare);
  const isSetting = (reason?: string) =>
    faults.some((fault) => fault.reason === reason && fault.responsible === "settings");
  return bad
    .filter(({ reason }) => !isSetting(reason))
    .toSorted((one, other) => share(other) - share(one))
    .slice(0, MOST_DAYS)
    .map((day) => ({
      level: "act",
      what: `${percent(share(day))} of the turns failed on ${dayName(day.day)}, most often for \`${day.reason}\`.`,
      remedy: faults.find(({ reason }) => reason === day.reason)?.remedy ?? "see the log",
    }));
}

function handOverDays({ days }: Figures): Attention[] {
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

function slow({ latency: { slow: count, parts } }: Figures): Attention[] {
  const total = parts.find(({ part }) => part === "totalMs")?.durations;
  if (!total || count / total.count <= ALERTS.slowShare) return [];
  const what = `${percent(count / total.count)} of the turns took longer than ${seconds(SLOW_MS)}.`;
  return [{ level: "act", what, remedy: "The chart of times tells which part; `clincMs` is Clinc's" }];
}

function record({ records, faults }: Figures): Attention[] {
  const count = (...names: string[]) =>
    records.filter(({ name }) => names.includes(name)).reduce((sum, each) => sum + each.count, 0);
  const [bad, all] = [count("failed", "resting"), count("on", "failed", "resting")];
  if (all === 0 || bad / all <= ALERTS.recordShare) return [];
  const why = faults.find(({ reason }) => reason.startsWith("context_"));
  const what = `The record failed in ${percent(bad / all)} of the turns that have one; instances then share nothing.`;
  return [
    { level: "look", what, remedy: why ? `\`${why.reason}\`: ${why.remedy}` : "See the warnings in the log" },
  ];
}

function invocations({ invocations: forecast }: Figures): Attention[] {
  if (!forecast || forecast.days < 1 || forecast.share <= ALERTS.invocationShare) return [];
  const what = `At this pace the month comes to ${grouped(forecast.forecast)} invocations, ${percent(forecast.share)} of ${grouped(forecast.freeAMonth)} free ones.`;
  const remedy =
    "Ask LivePerson what further ones cost: beyond the account's limit the function does not run";
  return [{ level: forecast.share > 1 ? "act" : "look", what, remedy }];
}

function channels({ channels: seen, channelList: { list, unknown } }: Figures): Attention[] {
  const turns = seen
    .filter(({ channel }) => channel === "unknown")
    .reduce((sum, each) => sum + each.turns, 0);
  if (turns === 0) return [];
  const what = `${counted(turns, "turn")} came from a channel that the bot does not know; cards became plain text there.`;
  const remedy = list !== "" || unknown.length > 0 ? "Set `CHANNEL`: see Channels below" : "Set `CHANNEL`";
  return [{ level: "look", what, remedy }];
}

function misunderstood({ understanding: { asked, misunderstood: count, intents } }: Figures): Attention[] {
  if (asked < ENOUGH_OF_DAY || count / asked <= MISUNDERSTOOD_SHARE) return [];
  const weakest = intents[0] ? `, and train \`${intents[0].intent}\`, of which it is least sure` : "";
  const remedy = `Look at what consumers ask for and the AI does not know${weakest}`;
  return [
    { level: "look", what: `Clinc did not understand ${percent(count / asked)} of the messages.`, remedy },
  ];
}

function lines({ lines: { cut, untimed, turns } }: Figures): Attention[] {
  const found: Attention[] = [];
  const tell = (what: string, remedy: string) => found.push({ level: "look", what, remedy });
  if (cut > turns / 100) tell(`Half-written: ${counted(cut, "line")}.`, "Export the log again");
  if (untimed > turns / 100)
    tell(
      `Without a time, and so in no figure by day: ${counted(untimed, "line")}.`,
      "Export the log with its times",
    );
  return found;
}
