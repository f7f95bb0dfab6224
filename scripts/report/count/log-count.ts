import type { Entry } from "../read/entry.ts";
import { type Call, type Command, type Line, lineIn, type Turn } from "../read/line.ts";
import { Counts } from "./by-name.ts";
import type { Calendar } from "./calendar.ts";
import { Channels } from "./channels.ts";
import { Conversations } from "./conversations.ts";
import { Days } from "./days.ts";
import { AgentSide } from "./desk.ts";
import { Faults } from "./faults.ts";
import { kindOfHandOver, type Names } from "./hand-over.ts";
import { Intents } from "./intents.ts";
import { OffTurns } from "./off-turns.ts";
import { Parts } from "./parts.ts";
import { Sieve } from "./sieve.ts";
import { Versions } from "./versions.ts";

/** How many lines there were of each kind; those of `twice` are in no other figure, `untimed` ones in none by time. */
export type LineFigures = {
  read: number;
  turns: number;
  commands: number;
  desk: number;
  warnings: number;
  foreign: number;
  cut: number;
  twice: number;
  untimed: number;
};

/** Everything that is counted of a log, line by line, in memory that grows with the conversations alone. */
export class LogCount {
  readonly lines: LineFigures = {
    ...{ read: 0, turns: 0, commands: 0, desk: 0, warnings: 0, foreign: 0, cut: 0, twice: 0, untimed: 0 },
  };
  readonly period: { from?: number; to?: number } = {};
  readonly conversations = new Conversations();
  readonly days = new Days();
  readonly said = new Counts();
  readonly outcomes = new Counts();
  readonly handOvers = new Counts();
  readonly faults = new Faults();
  readonly off = new OffTurns();
  readonly intents: Intents;
  readonly parts = new Parts();
  readonly records = new Counts();
  readonly agents = new AgentSide();
  readonly channels = new Channels();
  readonly versions = new Versions();
  private readonly sieve = new Sieve();

  constructor(
    readonly calendar: Calendar,
    private readonly names: Names,
  ) {
    this.intents = new Intents(names);
  }

  /** Counts a line of a file, or an entry of a document, with what it holds of ours. */
  add(found: readonly Entry[] | "cut"): void {
    this.lines.read += 1;
    if (found === "cut") this.lines.cut += 1;
    else if (found.length === 0) this.lines.foreign += 1;
    else for (const entry of found) this.entry(entry);
  }

  private entry({ text, at }: Entry): void {
    const line = lineIn(text);
    const time = line.kind === "call" ? Date.parse(line.call.at) : at;
    if (line.kind === "cut") this.lines.cut += 1;
    else if (time !== undefined && this.sieve.hasSeen(`${time} ${text}`)) this.lines.twice += 1;
    else this.line(line, time);
  }

  private line(line: Line, at: number | undefined): void {
    if (at === undefined) this.lines.untimed += 1;
    else this.widen(at);
    if (line.kind === "turn") this.turn(line.turn, at);
    if (line.kind === "command") this.command(line.command, at);
    if (line.kind === "call") this.call(line.call);
    if (line.kind === "warning") {
      this.lines.warnings += 1;
      this.faults.warning(line.word);
    }
  }

  private turn(turn: Turn, at: number | undefined): void {
    this.lines.turns += 1;
    this.said.add(turn.said);
    this.versions.add(turn.v, at);
    const day = at === undefined ? "" : this.calendar.moment(at).day;
    const isNew = this.conversations.add(turn, day);
    if (at !== undefined) this.time(turn, at, isNew);
    if (turn.outcome === undefined) return;
    this.outcomes.add(turn.outcome);
    this.parts.add(turn);
    this.intents.add(turn);
    this.channels.add(turn);
    if (turn.record !== undefined) this.records.add(turn.record);
    this.off.add(turn, day);
    if (turn.fault !== undefined)
      this.faults.add(turn.intent ?? "", turn.fault, turn.outcome === "transfer", day);
    if (turn.outcome === "transfer") this.handOvers.add(kindOfHandOver(turn, this.names));
  }

  private time({ fault, intent = "", outcome, totalMs }: Turn, at: number, isNew: boolean): void {
    const moment = this.calendar.moment(at);
    const day = this.days.of(moment.day);
    const hour = this.days.ofHour(moment);
    day.invocations += 1;
    if (isNew) day.conversations += 1;
    if (isNew) hour.conversations += 1;
    if (fault !== undefined) day.faults.add(intent);
    if (outcome === undefined) return;
    day.turns += 1;
    hour.turns += 1;
    day.took.add(totalMs);
  }

  private command(command: Command, at: number | undefined): void {
    this.lines.commands += 1;
    this.versions.add(command.v, at);
    this.agents.command(command);
    if (at !== undefined) this.days.of(this.calendar.moment(at).day).invocations += 1;
  }

  private call(call: Call): void {
    this.lines.desk += 1;
    this.agents.call(call);
  }

  private widen(at: number): void {
    const { from = at, to = at } = this.period;
    this.period.from = Math.min(from, at);
    this.period.to = Math.max(to, at);
  }
}
