import type { Call, Command } from "../read/line.ts";
import { Counts } from "./by-name.ts";

/** What agents asked for, by the widget's desk and by the slash command, what they got, and what the widget told of it. */
export type AgentFigures = {
  briefings: { desk: number; command: number; found: number };
  suggestions: { desk: number; command: number; byStatus: Array<{ name: string; count: number }> };
  feedback: { shown: number; used: number; copied: number; good: number; bad: number; retired: number };
};

/** Counts the calls of the desk, and the slash command. */
export class AgentSide {
  private readonly statuses = new Counts();
  private readonly events = new Counts();
  private readonly briefings = { desk: 0, command: 0, found: 0 };
  private readonly suggestions = { desk: 0, command: 0 };

  call({ op, status, event }: Call): void {
    if (op === "feedback" && status === "ok" && event !== undefined) this.events.add(event);
    if (op === "briefing" || op === "suggestion") this.add(op, status, "desk");
  }

  command({ said, status }: Command): void {
    if (said !== "nothing") this.add(said, status, "command");
  }

  /** `undefined` where no line was of the agent's side. */
  figures(): AgentFigures | undefined {
    const feedback = {
      ...{ shown: 0, used: 0, copied: 0, good: 0, bad: 0, retired: 0 },
      ...Object.fromEntries(this.events.all().map(({ name, count }) => [name, count])),
    };
    const { briefings, suggestions } = this;
    const all = [...Object.values(briefings), ...Object.values(suggestions), ...Object.values(feedback)];
    if (all.every((count) => count === 0)) return undefined;
    return { briefings, suggestions: { ...suggestions, byStatus: this.statuses.all() }, feedback };
  }

  private add(op: "briefing" | "suggestion", status: string, by: "desk" | "command"): void {
    if (op === "suggestion") {
      this.suggestions[by] += 1;
      this.statuses.add(status);
      return;
    }
    this.briefings[by] += 1;
    if (status === "ok") this.briefings.found += 1;
  }
}
