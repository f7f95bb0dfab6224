import { readSettings } from "../../src/bot/settings.ts";
import type { OwnAnswer } from "../conversations/own-answer.ts";
import type { WrittenConversation } from "../conversations/read-conversation.ts";
import type { Secrets } from "../stand-ins/functions/secrets.ts";
import type { Act, PastAct } from "./act.ts";
import { Channels } from "./channels.ts";
import { Course } from "./course.ts";
import { withoutIds } from "./ids.ts";
import { InOrder } from "./in-order.ts";
import { loadedConversation } from "./loaded.ts";
import { NOBODY_ELSE, NotNow } from "./not-now.ts";
import { playTurns } from "./play.ts";
import { fileOf, type SavedConversation } from "./saved.ts";
import { changedSetup, setupOf } from "./setup.ts";
import type { ConversationView, Progress, Setup, ShownView, WidgetView } from "./view.ts";

const HAS_LEFT = "The bot has left this conversation: start a new one.";

/**
 * The conversation of the playground. What changes where or how it takes place lets all of it happen again, from the
 * first turn and with a fresh Clinc; with a real Clinc a new conversation is started instead.
 */
export class Session {
  readonly #live: Secrets | undefined;
  #setup: Setup;
  #course: Course;
  readonly #channels = new Channels();
  #title = "";
  #notice = "";
  /** A page that was left open when an earlier playground ended has seen other numbers. */
  #number = Date.now();
  readonly #order = new InOrder();

  private constructor(course: Course, setup: Setup, live: Secrets | undefined) {
    this.#course = course;
    this.#setup = setup;
    this.#live = live;
  }

  /** Opens a conversation in which nothing was said yet. */
  static async open(setup: Setup, live?: Secrets): Promise<Session> {
    return new Session(await Course.begin(setup, live), setup, live);
  }

  view(): ConversationView {
    const { environment, channel } = this.#setup;
    const { complaints, doubts } = readSettings({ ...environment, CHANNEL: channel });
    return {
      run: this.#number,
      title: this.#title,
      setup: this.#setup,
      turns: this.#course.turns,
      lines: [...this.#course.lines],
      notice: this.#notice,
      complaints: [...complaints, ...doubts],
    };
  }

  /** Which turn of how many is under way, while a conversation happens again; `undefined` at any other time. */
  get progress(): Progress | undefined {
    return this.#order.progress;
  }

  /**
   * Lets something happen now. Once the bot has handed over, the consumer's words go to the agent.
   *
   * @throws {NotNow} for what would reach nobody, or an agent in another way than by words
   */
  act(act: Act): Promise<void> {
    return this.#order.do(async (signal) => {
      this.#notice = "";
      const { isWithAgent, turns, lines } = this.#course;
      if (act.kind === "words" && act.clinc) return this.#own(act.text, act.clinc, signal);
      if (isWithAgent && (act.kind === "words" || act.kind === "click"))
        return this.#course.say("consumer", act.text, this.#setup.fault);
      if (turns.at(-1)?.ending && act.kind !== "welcome" && act.kind !== "again") throw new NotNow(HAS_LEFT);
      const last = lines.findLast(({ by }) => by === "consumer")?.text;
      const told: Act = act.kind === "welcome" && last !== undefined ? { ...act, last } : act;
      await this.#course.happen({ act: told, fault: this.#setup.fault }, signal);
    });
  }

  /**
   * Lets the agent write to the consumer.
   *
   * @throws {NotNow} where no agent has the conversation
   */
  answer(text: string): Promise<void> {
    return this.#order.do(async () => {
      if (!this.#course.isWithAgent) throw new NotNow("No agent has this conversation.");
      this.#notice = "";
      this.#course.say("agent", text, this.#setup.fault);
    });
  }

  /**
   * The widget beside the agent's conversation.
   *
   * @param ancestors the origins whose pages frame it
   * @throws {DeskEnded} when the settings are such that the desk does not start
   */
  widget(ancestors: readonly string[]): Promise<WidgetView> {
    return this.#course.run.widget(ancestors);
  }

  /**
   * Changes the set-up; what is wrong with Clinc changes from the next turn on, anything else from the first. Where a
   * consumer comes who speaks another language, the example bank speaks it from then on; a real one has its own settings.
   */
  change(changes: Partial<Setup>): Promise<void> {
    return this.#order.do(async (signal) => {
      const before = JSON.stringify({ ...this.#setup, fault: "" });
      this.#setup = changedSetup(this.#setup, changes, this.#live === undefined);
      this.#notice = "";
      if (JSON.stringify({ ...this.#setup, fault: "" }) === before) return;
      const { happened, lines } = this.#course;
      await this.#restart();
      if (happened.length === 0) return;
      if (this.#live) {
        this.#notice = "A new conversation was started: with a real Clinc nothing is asked twice.";
      } else {
        await this.#again(happened, signal);
        this.#course.takeOver(lines);
        this.#notice = `Replayed from the first turn: ${turns(happened.length)}, with a fresh function and a fresh Clinc.`;
      }
    });
  }

  /**
   * Goes back to a turn: what came before it happens again, then the turn itself, and nothing of what came later.
   *
   * @param number of the turn, counted from 1
   * @param event a payload that takes the place of the turn's own
   * @throws {NotNow} where there is no such turn, or with a real Clinc, which is never asked twice
   */
  from(number: number, event?: Record<string, unknown>): Promise<void> {
    return this.#order.do(async (signal) => {
      if (this.#live) throw new NotNow("With a real Clinc nothing is asked twice: start a new conversation.");
      const { happened, lines } = this.#course;
      const chosen = happened[number - 1];
      if (!chosen) throw new NotNow(`There is no turn ${number} in this conversation.`);
      const turn = event ? changed(chosen, event) : chosen;
      const title = this.#title;
      await this.#restart();
      this.#title = title;
      await this.#again([...happened.slice(0, number - 1), turn], signal);
      this.#course.takeOver(lines.filter(({ after }) => after < number));
      this.#notice = event ? `Sent turn ${number} as changed.` : `Went back to turn ${number}.`;
    });
  }

  /**
   * What an author's answer to these words looks like on all channels; nothing of it happens in the conversation.
   *
   * @throws {NotNow} with a real Clinc
   */
  async onAllChannels(text: string, answer: OwnAnswer): Promise<ShownView[]> {
    if (this.#live) throw new NotNow(NOBODY_ELSE);
    return this.#channels.show(text, answer, this.#setup);
  }

  /** Starts a new conversation with the same set-up, and waits for nothing that is under way. */
  restart(): Promise<void> {
    this.#order.giveUp();
    return this.#order.do(async () => {
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
    const conversation = loadedConversation(text, name, this.#live !== undefined);
    await this.#order.do((signal) => this.#play(conversation, signal));
  }

  /** The conversation as a file that can be replayed. */
  file(): SavedConversation {
    return fileOf(this.#title, this.#setup, this.#course.happened);
  }

  /** Ends it, and what is under way. */
  async close(): Promise<void> {
    this.#order.giveUp();
    await this.#order.end();
    await this.#course.run.close();
    await this.#channels.close();
  }

  /** Whoever answers in Clinc's place is not down. */
  async #own(text: string, clinc: OwnAnswer, signal: AbortSignal): Promise<void> {
    if (this.#live) throw new NotNow(NOBODY_ELSE);
    if (this.#course.turns.at(-1)?.ending) throw new NotNow(HAS_LEFT);
    await this.#course.happen({ act: { kind: "words", text }, fault: "", clinc }, signal);
  }

  async #play(conversation: WrittenConversation, signal: AbortSignal): Promise<void> {
    const { title } = conversation;
    this.#setup = setupOf(conversation, this.#setup, this.#live === undefined);
    await this.#restart();
    this.#title = title;
    const leftOut = await playTurns(this.#course, conversation, signal, (turn) => {
      this.#order.tell({ turn, of: conversation.turns.length });
    });
    const why = "their commands are for npm start, their words for after a transfer";
    const without = leftOut > 0 ? `; ${turns(leftOut)} of agents left out, as from a saved file: ${why}` : "";
    this.#notice = `Played “${title}”: ${turns(this.#course.turns.length)}${without}.`;
  }

  async #again(past: readonly PastAct[], signal: AbortSignal): Promise<void> {
    for (const [index, one] of past.entries()) {
      this.#order.tell({ turn: index + 1, of: past.length });
      await this.#course.happen(one, signal);
    }
  }

  async #restart(): Promise<void> {
    const before = this.#course;
    this.#course = await Course.begin(this.#setup, this.#live);
    this.#title = "";
    this.#number += 1;
    await before.run.close();
  }
}

/** What was expected was expected of another event. */
function changed({ expect: _, ...past }: PastAct, event: Record<string, unknown>): PastAct {
  return { ...past, act: { kind: "written", turn: withoutIds(event) } };
}

function turns(count: number): string {
  return count === 1 ? "1 turn" : `${count} turns`;
}
