import type { Act } from "../act.ts";
import { entriesOf } from "../entries.ts";
import type { ConversationView, MessageView, Progress, TurnView } from "../view.ts";
import { isWithAgent } from "../with-agent.ts";
import { bubble, note, typing } from "./bubbles.ts";
import { Composer } from "./composer.ts";
import { announce, byId, wantsStillness } from "./dom.ts";
import { firstWords, wayOn } from "./invitations.ts";
import { link } from "./links.ts";
import { offerAgain, retire } from "./quick-replies.ts";
import { prepareRichContent } from "./rich-content.ts";
import { forgetChosen, markChosen } from "./selection.ts";
import { afterwords, messageNodes, openTurn, type TurnCommands } from "./turn.ts";
import { type Waiting, WaitingLine } from "./waiting.ts";

const LONGEST_PAUSE_MS = 2_000;

/** What the consumer's window asks of the page. */
export type ConsumerCommands = TurnCommands & {
  /** Lets something happen in the conversation. */
  act(act: Act): void;
  /** Starts a new one. */
  restart(): void;
};

/** The consumer's window. */
export class ConsumerPane {
  readonly #log = byId("transcript");
  readonly #said = byId("said");
  readonly #composer: Composer;
  readonly #line = new WaitingLine();
  readonly #commands: ConsumerCommands;
  #drawn = { run: 0, entries: 0 };
  #isOver = false;
  #isWithAgent = false;

  constructor(commands: ConsumerCommands) {
    this.#commands = commands;
    prepareRichContent({ answer: this.#answer, follow: this.#follow });
    this.#composer = new Composer("composer", "words", (text) => commands.act({ kind: "words", text }));
  }

  /** Shows at once what the consumer did; it may have to wait for its turn. */
  wait(said: string): Waiting {
    const waiting = this.#line.add(said);
    for (const chips of this.#offers()) retire(chips, said);
    this.#said.querySelector(".empty")?.remove();
    this.#scrollDown();
    return waiting;
  }

  /** @returns whether it still waits: a new conversation waits for nothing of the old one */
  begin(waiting: Waiting): boolean {
    if (!this.#line.has(waiting)) return false;
    this.#line.begin(waiting, !this.#isWithAgent);
    this.#scrollDown();
    return true;
  }

  /** Nothing came of it: words come back to be changed. */
  giveUp(waiting: Waiting): void {
    this.#line.remove(waiting);
    const [last] = [...this.#said.querySelectorAll(".turn:last-child .chips.past")].slice(-1);
    if (last) offerAgain(last);
    if (this.#said.childElementCount === 0) this.#said.append(firstWords(this.#answer));
    this.#composer.giveBack(waiting.said);
  }

  /** Whether the bot has left, so that words reach an agent or nobody. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Drops what waits, for a new conversation. */
  drop(): void {
    this.#line.clear();
  }

  /** Tells how far a conversation is that happens again. */
  tell({ turn, of }: Progress): void {
    this.#notice(`Playing turn ${turn} of ${of}…`);
  }

  /** Shows the conversation: what is new, or all of it after a replay. */
  async show({ run, turns, lines, notice }: ConversationView, answered?: Waiting): Promise<void> {
    if (answered) this.#line.remove(answered);
    const isAnew = run !== this.#drawn.run;
    if (isAnew) {
      this.#said.replaceChildren();
      forgetChosen();
    }
    this.#notice(notice);
    const entries = entriesOf({ turns, lines });
    const fresh = entries.slice(isAnew ? 0 : this.#drawn.entries);
    this.#drawn = { run, entries: entries.length };
    for (const entry of fresh) {
      const said = "turn" in entry ? entry.turn.said : entry.line.text;
      for (const chips of this.#offers()) retire(chips, said);
      if ("turn" in entry) await this.#showTurn(entry.turn, isAnew);
      else this.#said.append(bubble(entry.line.by, entry.line.text));
    }
    if (isAnew && entries.length === 0) this.#said.append(firstWords(this.#answer));
    const ending = turns.at(-1)?.ending;
    this.#isOver = ending !== undefined;
    this.#isWithAgent = isWithAgent(turns);
    const newest = fresh.at(-1);
    if (ending && newest && "turn" in newest) this.#said.append(wayOn(this.#commands.restart));
    else if (fresh.length > 0) this.#said.querySelector(".way-on")?.remove();
    markChosen();
    this.#allow();
    this.#scrollDown();
  }

  async #showTurn(turn: TurnView, isReplay: boolean): Promise<void> {
    const place = openTurn(turn, this.#commands);
    this.#said.append(place);
    for (const message of turn.messages) {
      place.append(...messageNodes(message, { answer: this.#answer, follow: this.#follow }));
      if (message.kind === "delay" && !isReplay) await this.#pause(message, place);
    }
    place.append(...afterwords(turn));
    this.#scrollDown();
  }

  async #pause({ seconds }: MessageView & { kind: "delay" }, place: HTMLElement): Promise<void> {
    if (wantsStillness()) return;
    const dots = typing();
    place.append(dots);
    this.#scrollDown();
    await new Promise((resolve) => setTimeout(resolve, Math.min(seconds * 1_000, LONGEST_PAUSE_MS)));
    dots.remove();
  }

  #answer = (text: string, metadata: unknown[]): void => {
    if (this.#isClosed) return;
    this.#commands.act({ kind: "click", text, metadata: metadata as Array<Record<string, unknown>> });
    // The keyboard of a phone would cover the answer.
    (matchMedia("(pointer: coarse)").matches ? this.#log : this.#composer).focus();
  };

  #follow = (address: string): void => {
    const parts = ["The consumer's device opens ", link(address)];
    this.#said.append(note(...parts));
    this.#scrollDown();
    announce(`The consumer's device opens ${address}`);
  };

  #notice(text: string): void {
    const strip = byId("notice");
    strip.textContent = text;
    strip.hidden = text === "";
  }

  /** Quick replies that can still be chosen. */
  #offers(): Element[] {
    return [...this.#said.querySelectorAll(".chips:not(.past)")];
  }

  get #isClosed(): boolean {
    return this.#isOver && !this.#isWithAgent;
  }

  #allow(): void {
    const open = this.#isWithAgent ? "Write to the agent" : "Write a message";
    this.#composer.allow(!this.#isClosed, this.#isClosed ? "The conversation is closed" : open);
  }

  #scrollDown(): void {
    this.#log.scrollTo({ top: this.#log.scrollHeight, behavior: wantsStillness() ? "auto" : "smooth" });
  }
}
