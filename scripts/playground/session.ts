import { readSettings } from "../../src/bot/settings.ts";
import { isCommand } from "../conversations/agent-turn.ts";
import {
  BadConversation,
  isAgents,
  parseConversation,
  type WrittenConversation,
} from "../conversations/read-conversation.ts";
import { grouped } from "../kit/terminal.ts";
import type { Secrets } from "../stand-ins/functions/secrets.ts";
import type { Act } from "./act.ts";
import { isTooDeep } from "./depth.ts";
import { speaking } from "./languages.ts";
import { type Run, startRun } from "./run.ts";
import { fileOf } from "./saved.ts";
import type { ConversationView, LineView, Setup, TurnView, WidgetView } from "./view.ts";
import { isWithAgent } from "./with-agent.ts";

/** Whoever speaks to a bot that is out of the conversation would not be heard. */
export class BotIsOut extends Error {
  override readonly name = "BotIsOut";
}

/** Agents speak in conversations that they have. */
export class NoAgent extends Error {
  override readonly name = "NoAgent";
}

/** More than anybody reads; each turn is shown with all that went in and out. */
const MOST_TURNS = 300;

/** An act that has happened, and what was wrong with Clinc then. */
type PastAct = { act: Act; fault: string };

/**
 * The conversation of the playground. What changes where or how it takes place lets all of it happen again, from the
 * first turn and with a fresh Clinc; with a real Clinc a new conversation is started instead.
 */
export class Session {
  readonly #live: Secrets | undefined;
  #setup: Setup;
  #happened: PastAct[] = [];
  #turns: TurnView[] = [];
  #lines: LineView[] = [];
  #title = "";
  #notice = "";
  /** A page that was left open when an earlier playground ended has seen other numbers. */
  #number = Date.now();
  #run: Run;
  #last: Promise<unknown> = Promise.resolve();
  #underWay = new AbortController();

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
    const { complaints, doubts } = readSettings({ ...environment, CHANNEL: channel });
    return {
      run: this.#number,
      title: this.#title,
      setup: this.#setup,
      turns: this.#turns,
      lines: this.#lines,
      notice: this.#notice,
      complaints: [...complaints, ...doubts],
    };
  }

  /**
   * Lets something happen now. Once the bot has handed over, the consumer's words go to the agent.
   *
   * @throws {BotIsOut} for what would reach nobody, or an agent in another way than by words
   */
  act(act: Act): Promise<void> {
    return this.#inOrder(async (signal) => {
      this.#notice = "";
      if (isWithAgent(this.#turns) && (act.kind === "words" || act.kind === "click"))
        return this.#say("consumer", act.text);
      if (this.#turns.at(-1)?.ending && act.kind !== "welcome" && act.kind !== "again")
        throw new BotIsOut("The bot is out of this conversation: start a new one.");
      const last = this.#lines.findLast(({ by }) => by === "consumer")?.text;
      const told: Act = act.kind === "welcome" && last !== undefined ? { ...act, last } : act;
      await this.#happen([{ act: told, fault: this.#setup.fault }], signal);
    });
  }

  /**
   * Lets the agent write to the consumer.
   *
   * @throws {NoAgent}
   */
  answer(text: string): Promise<void> {
    return this.#inOrder(async () => {
      if (!isWithAgent(this.#turns)) throw new NoAgent("No agent has this conversation.");
      this.#notice = "";
      this.#say("agent", text);
    });
  }

  /**
   * The widget beside the agent's conversation.
   *
   * @param ancestors the origins whose pages frame it
   * @throws {DeskEnded} when the settings are such that the desk does not start
   */
  widget(ancestors: readonly string[]): Promise<WidgetView> {
    return this.#run.widget(ancestors);
  }

  /**
   * Changes the set-up; what is wrong with Clinc changes from the next turn on, anything else from the first. Where a
   * consumer comes who speaks another language, the example bank speaks it from then on; a real one has its own settings.
   */
  change(changes: Partial<Setup>): Promise<void> {
    return this.#inOrder(async (signal) => {
      const before = JSON.stringify({ ...this.#setup, fault: "" });
      this.#setup = this.#changed(changes);
      this.#notice = "";
      if (JSON.stringify({ ...this.#setup, fault: "" }) === before) return;
      const [happened, lines] = [this.#happened, this.#lines];
      await this.#restart();
      if (happened.length === 0) return;
      if (this.#live) {
        this.#notice = "A new conversation was started: with a real Clinc nothing is asked twice.";
      } else {
        await this.#happen(happened, signal);
        // Where the bot stays in now, nobody has said that to an agent.
        this.#lines = lines.filter(({ after }) => isWithAgent(this.#turns.slice(0, after)));
        this.#notice = `Replayed from the first turn: ${turns(happened.length)}, with a fresh function and a fresh Clinc.`;
      }
    });
  }

  /** Starts a new conversation with the same set-up, and waits for nothing that is under way. */
  restart(): Promise<void> {
    this.#underWay.abort();
    this.#underWay = new AbortController();
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
    const { length } = conversation.turns;
    if (length > MOST_TURNS)
      throw new BadConversation(`${name} has ${grouped(length)} turns; the playground takes ${MOST_TURNS}`);
    if (isTooDeep(conversation.turns)) throw new BadConversation(`${name} is nested too deeply`);
    await this.#inOrder((signal) => this.#play(conversation, signal));
  }

  /** The conversation as a file that can be replayed. */
  file(): ReturnType<typeof fileOf> {
    return fileOf(
      this.#title,
      this.#setup,
      this.#happened.map(({ act }) => act),
    );
  }

  /** Ends it, and what is under way. */
  async close(): Promise<void> {
    this.#underWay.abort();
    await this.#last;
    await this.#run.close();
  }

  #changed(changes: Partial<Setup>): Setup {
    const next = { ...this.#setup, ...changes };
    const isExampleBank = this.#live === undefined;
    if (changes.language === undefined || !isExampleBank) return next;
    return { ...next, environment: speaking(next.language, next.environment) };
  }

  async #play(
    { title, isChat, language, environment, instances, record, turns: written }: WrittenConversation,
    signal: AbortSignal,
  ): Promise<void> {
    const { CHANNEL, ...others } = environment;
    const channel = CHANNEL?.trim() || "auto";
    const kept = this.#live ? realRecord(this.#setup) : { record, environment: {} };
    const set = { ...kept, environment: { ...kept.environment, ...others } };
    this.#setup = { ...this.#setup, isChat, channel, language, instances, fault: "", ...set };
    await this.#restart();
    this.#title = title;
    const leftOut = await this.#playTurns(written, signal);
    const why = "their commands are for npm start, their words for after a transfer";
    const without = leftOut > 0 ? `; ${turns(leftOut)} of agents left out: ${why}` : "";
    this.#notice = `Played “${title}”: ${turns(this.#turns.length)}${without}.`;
  }

  /**
   * Once the bot has handed over, words go from the consumer to the agent and back. A file in which no agent has a turn
   * asks the bot all the same.
   *
   * @returns how many turns of agents have no place here: a command is what the widget stands for, and before a transfer
   * no agent has the conversation
   */
  async #playTurns(written: WrittenConversation["turns"], signal: AbortSignal): Promise<number> {
    const hasAgent = written.some(isAgents);
    let leftOut = 0;
    for (const turn of written) {
      const isHeld = hasAgent && isWithAgent(this.#turns);
      if (isAgents(turn)) {
        if (isHeld && !isCommand(turn)) this.#say("agent", turn.agent);
        else leftOut += 1;
      } else if (isHeld && typeof turn === "string") this.#say("consumer", turn);
      else {
        const act: Act = typeof turn === "string" ? { kind: "words", text: turn } : { kind: "written", turn };
        await this.#happen([{ act, fault: "" }], signal);
      }
    }
    return leftOut;
  }

  #say(by: LineView["by"], text: string): void {
    this.#run.ail(this.#setup.fault);
    this.#lines.push({ after: this.#turns.length, by, text, at: Date.now() });
  }

  async #happen(next: readonly PastAct[], signal: AbortSignal): Promise<void> {
    for (const one of next) {
      signal.throwIfAborted();
      const happened = [...this.#happened, one];
      const acts = happened.map(({ act }) => act);
      this.#turns.push(await this.#run.take(acts, acts.length - 1, one.fault, signal));
      this.#happened = happened;
    }
  }

  async #restart(): Promise<void> {
    const before = this.#run;
    this.#run = await startRun(this.#setup, this.#live);
    this.#happened = [];
    this.#turns = [];
    this.#lines = [];
    this.#title = "";
    this.#number += 1;
    await before.close();
  }

  /** One thing after the other, however fast somebody clicks. What was given up is no error. */
  #inOrder(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const { signal } = this.#underWay;
    const result = this.#last
      .then(() => work(signal))
      .catch((error) => {
        if (error !== signal.reason) throw error;
      });
    this.#last = result.catch(() => undefined);
    return result;
  }
}

/** The shell says whether and where there are real records; no file does. */
function realRecord({ record, environment }: Setup): Pick<Setup, "record" | "environment"> {
  const place = Object.entries(environment).filter(([name]) => name.startsWith("CONTEXT_"));
  return { record, environment: Object.fromEntries(place) };
}

function turns(count: number): string {
  return count === 1 ? "1 turn" : `${count} turns`;
}
