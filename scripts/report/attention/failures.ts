import type { Figures } from "../figures.ts";
import { counted, dayName, grouped, percent } from "../wording.ts";
import { ALERTS, type Attention, ENOUGH_OF_DAY } from "./alerts.ts";

/** Days that are named; more than these are one trouble that lasts. */
const MOST_DAYS = 3;

/** Each wrong setting, however few turns it failed. */
export function settings({ faults }: Figures): Attention[] {
  return faults
    .filter(({ responsible }) => responsible === "settings")
    .map(({ reason, turns, lastDay, remedy = "" }) => ({
      level: "act",
      what: `${counted(turns, "turn")} failed for a wrong setting: \`${reason}\`${lastOn(lastDay)}.`,
      remedy,
    }));
}

/** A bot that was off, and perhaps still is. */
export function switchedOff({ off: { turns, apologies, lastDay } }: Figures): Attention[] {
  if (turns === 0) return [];
  const kept =
    apologies > 0
      ? ` ${grouped(apologies)} of these turns apologised; their conversations count as kept by the bot.`
      : "";
  return [
    {
      level: "look",
      what: `${counted(turns, "turn")} came while the bot was off${lastOn(lastDay)}.${kept}`,
      remedy: "If it should work again, remove the secret `clinc_off`",
    },
  ];
}

function lastOn(day: string | undefined): string {
  return day === undefined ? "" : `, last on ${dayName(day)}`;
}

/** The days on which most turns failed, but for wrong settings. */
export function failingDays({ days, faults }: Figures): Attention[] {
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

/** A record that fails, for which no consumer waits. */
export function record({ records, faults }: Figures): Attention[] {
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
