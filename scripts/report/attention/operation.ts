import type { Figures } from "../figures.ts";
import { counted, grouped, percent } from "../wording.ts";
import { ALERTS, type Attention } from "./alerts.ts";

/** A month that needs most of the free invocations. */
export function invocations({ invocations: forecast }: Figures): Attention[] {
  if (!forecast || forecast.days < 1 || forecast.share <= ALERTS.invocationShare) return [];
  const what = `At this pace the month comes to ${grouped(forecast.forecast)} invocations, ${percent(forecast.share)} of ${grouped(forecast.freeAMonth)} free ones.`;
  const remedy =
    "Ask LivePerson what further ones cost: beyond the account's limit the function does not run";
  return [{ level: forecast.share > 1 ? "act" : "look", what, remedy }];
}

/** Channels that the bot does not know. */
export function channels({ channels: seen, channelList: { list, unknown } }: Figures): Attention[] {
  const turns = seen
    .filter(({ channel }) => channel === "unknown")
    .reduce((sum, each) => sum + each.turns, 0);
  if (turns === 0) return [];
  const what = `${counted(turns, "turn")} came from a channel that the bot does not know; cards became plain text there.`;
  const remedy = list !== "" || unknown.length > 0 ? "Set `CHANNEL`: see Channels below" : "Set `CHANNEL`";
  return [{ level: "look", what, remedy }];
}

/** A log that is not whole. */
export function lines({ lines: { cut, untimed, turns } }: Figures): Attention[] {
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
