import { type ChannelList, channelList } from "./channel-list.ts";
import type { ChannelFigures } from "./count/channels.ts";
import type { ConversationFigures } from "./count/conversations.ts";
import type { DayFigures, HourFigures } from "./count/days.ts";
import type { AgentFigures } from "./count/desk.ts";
import type { FaultFigures } from "./count/faults.ts";
import type { UnderstandingFigures } from "./count/intents.ts";
import type { LineFigures, LogCount } from "./count/log-count.ts";
import type { OffFigures } from "./count/off-turns.ts";
import type { PartFigures } from "./count/parts.ts";
import type { VersionFigures } from "./count/versions.ts";
import { type Forecast, forecastOf } from "./forecast.ts";

/** What a reason means, and what the operator does about it. */
export type Reason = { meaning: string; remedy: string };

/** How often something of a name was seen. */
export type Count = { name: string; count: number };

/**
 * All that a report says, and what `--json` prints: counts, milliseconds, shares from 0 to 1, times as ISO 8601 in UTC,
 * days and hours in `zone`.
 */
export type Figures = {
  zone: string;
  period?: { from: string; to: string };
  lines: LineFigures;
  conversations: ConversationFigures;
  turns: { answered: number; repeats: number; probes: number; outcomes: Count[]; said: Count[] };
  days: DayFigures[];
  hours: HourFigures[];
  handOvers: Count[];
  faults: Array<FaultFigures & Partial<Reason>>;
  off: OffFigures;
  understanding: UnderstandingFigures;
  latency: PartFigures;
  records: Count[];
  agents?: AgentFigures;
  versions: Array<Omit<VersionFigures, "first" | "last"> & { first?: string; last?: string }>;
  channels: ChannelFigures[];
  channelList: ChannelList;
  invocations?: Forecast;
};

/** What a log comes to. */
export function figuresOf(log: LogCount, reasons: ReadonlyMap<string, Reason>): Figures {
  const { calendar, period, lines, conversations, said, outcomes } = log;
  const days = log.days.figures(conversations.handedOverByDay());
  const forecast = forecastOf(days, period, calendar);
  const agents = log.agents.figures();
  const channels = log.channels.figures();
  const answered = outcomes.total();
  return {
    zone: calendar.zone,
    ...(period.from !== undefined &&
      period.to !== undefined && { period: { from: iso(period.from), to: iso(period.to) } }),
    lines,
    conversations: conversations.figures(),
    turns: {
      ...{ answered, repeats: said.count("repeat"), probes: said.count("probe") },
      ...{ outcomes: outcomes.all(), said: said.all() },
    },
    ...{ days, hours: log.days.hourFigures(), handOvers: log.handOvers.all() },
    faults: log.faults
      .figures()
      .filter(({ turns, reason }) => turns > 0 || reasons.has(reason))
      .map((fault) => ({ ...fault, ...reasons.get(fault.reason) })),
    off: log.off.figures(),
    ...{ understanding: log.intents.figures(), latency: log.parts.figures(), records: log.records.all() },
    ...(agents && { agents }),
    versions: log.versions.figures().map(({ first, last, ...version }) => ({
      ...version,
      ...(first !== undefined && last !== undefined && { first: iso(first), last: iso(last) }),
    })),
    ...{ channels, channelList: channelList(channels) },
    ...(forecast && { invocations: forecast }),
  };
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
