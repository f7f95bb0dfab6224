import type { Secrets } from "../stand-ins/functions/secrets.ts";
import type { PastAct } from "./act.ts";
import { type Run, startRun } from "./run.ts";
import type { LineView, Setup, TurnView } from "./view.ts";
import { isWithAgent } from "./with-agent.ts";

/** The course of one conversation: what has happened in it, and the function that has taken its turns. */
export class Course {
  readonly run: Run;
  readonly turns: TurnView[] = [];
  #happened: PastAct[] = [];
  #lines: LineView[] = [];

  private constructor(run: Run) {
    this.run = run;
  }

  /** A course in which nothing has happened, with a fresh function. */
  static async begin(setup: Setup, live: Secrets | undefined): Promise<Course> {
    return new Course(await startRun(setup, live));
  }

  get happened(): readonly PastAct[] {
    return this.#happened;
  }

  /** What the consumer and agents have said to each other. */
  get lines(): readonly LineView[] {
    return this.#lines;
  }

  get isWithAgent(): boolean {
    return isWithAgent(this.turns);
  }

  /** @param signal gives it up; then nothing of it has happened */
  async happen(one: PastAct, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const happened = [...this.#happened, one];
    const acts = happened.map(({ act }) => act);
    this.turns.push(await this.run.take(acts, acts.length - 1, one, signal));
    this.#happened = happened;
  }

  /** @param fault what is wrong with Clinc now, also for the agent */
  say(by: LineView["by"], text: string, fault: string): void {
    this.run.ail(fault);
    this.#lines.push({ after: this.turns.length, by, text, at: Date.now() });
  }

  /** Takes over what was said with agents; where the bot stays in now, nobody has said that to an agent. */
  takeOver(lines: readonly LineView[]): void {
    this.#lines = lines.filter(
      ({ after }) => after <= this.turns.length && isWithAgent(this.turns.slice(0, after)),
    );
  }
}
