import { readSettings } from "../../src/settings.ts";
import { parseConversation, type WrittenConversation } from "../conversation.ts";
import type { Secrets } from "../platform/toolbelt.ts";
import type { Act } from "./act.ts";
import { type Run, startRun } from "./run.ts";
import { fileOf } from "./saved.ts";
import type { ConversationView, Setup, TurnView } from "./view.ts";

/** What happened, and what was wrong with Clinc then. */
type Happening = { act: Act; fault: string };

/**
 * The conversation of the playground. What changes where or how it takes place lets all of it happen again, from the
 * first turn and with a fresh Clinc; with a real Clinc a new conversation is started instead.
 */
export class Session {
  readonly #live: Secrets | undefined;
  #setup: Setup;
  #happened: Happening[] = [];
  #turns: TurnView[] = [];
  #title = "";
  #notice = "";
  #number = 1;
  #run: Run;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(run: Run, setup: Setup, live: Secrets | undefined) {
    this.#run = run;
    this.#setup = setup;
    this.#live = live;
  }

  /** Opens a conversation in which nothing was said yet. */
  static async open(setup: Setup, live?: Secrets): Promise<Session> {
    return new Session(await startRun(setup, live), setup, live);
  }

  view(): ConversationView {
    const { environment, channel } = this.#setup;
    return {
      run: this.#number,
      title: this.#title,
      setup: this.#setup,
      turns: this.#turns,
      notice: this.#notice,
      complaints: readSettings({ ...environment, CHANNEL: channel }).complaints,
    };
  }

  /** Lets something happen now. */
  act(act: Act): Promise<void> {
    return this.#inOrder(async () => {
      this.#notice = "";
      await this.#happen([{ act, fault: this.#setup.fault }]);
    });
  }

  /** Changes the set-up; what is wrong with Clinc changes from the next turn on, anything else from the first. */
  change(changes: Partial<Setup>): Promise<void> {
    return this.#inOrder(async () => {
      const before = JSON.stringify({ ...this.#setup, fault: "" });
      this.#setup = { ...this.#setup, ...changes };
      this.#notice = "";
      if (JSON.stringify({ ...this.#setup, fault: "" }) === before) return;
      const happened = this.#happened;
      await this.#restart();
      if (happened.length === 0) return;
      if (this.#live) {
        this.#notice = "A new conversation was started: with a real Clinc nothing is asked twice.";
      } else {
        await this.#happen(happened);
        this.#notice = `Replayed from the first turn: ${turns(happened.length)}, with a fresh function and a fresh Clinc.`;
      }
    });
  }

  /** Starts a new conversation with the same set-up. */
  restart(): Promise<void> {
    return this.#inOrder(async () => {
      this.#notice = "";
      await this.#restart();
    });
  }

  /**
   * Plays a saved conversation.
   *
   * @throws {BadConversation} and leaves everything as it is
   */
  async load(text: string, name: string): Promise<void> {
    const conversation = parseConversation(text, name);
    await this.#inOrder(() => this.#play(conversation));
  }

  /** The conversation as a file that can be replayed. */
  file(): ReturnType<typeof fileOf> {
    return fileOf(
      this.#title,
      this.#setup,
      this.#happened.map(({ act }) => act),
    );
  }

  async close(): Promise<void> {
    await this.#run.close();
  }

  async #play({ title, isChat, environment, turns: written }: WrittenConversation): Promise<void> {
    const { CHANNEL: channel = "auto", ...others } = environment;
    this.#setup = { ...this.#setup, isChat, channel, fault: "", environment: others };
    await this.#restart();
    this.#title = title;
    await this.#happen(
      written.map((turn) => ({
        act: typeof turn === "string" ? { kind: "words", text: turn } : { kind: "written", turn },
        fault: "",
      })),
    );
    this.#notice = `Played “${title}”: ${turns(written.length)}.`;
  }

  async #happen(happenings: readonly Happening[]): Promise<void> {
    for (const happening of happenings) {
      this.#happened.push(happening);
      const acts = this.#happened.map(({ act }) => act);
      this.#turns.push(await this.#run.take(acts, acts.length - 1, happening.fault));
    }
  }

  async #restart(): Promise<void> {
    const before = this.#run;
    this.#run = await startRun(this.#setup, this.#live);
    this.#happened = [];
    this.#turns = [];
    this.#title = "";
    this.#number += 1;
    await before.close();
  }

  /** One thing after the other, however fast somebody clicks. */
  #inOrder<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}

function turns(count: number): string {
  return count === 1 ? "1 turn" : `${count} turns`;
}
