import type { Act } from "../act.ts";
import { entriesOf } from "../entries.ts";
import type { ConversationView, LineView, MessageView, QuickReplyView, TurnView } from "../view.ts";
import { isWithAgent } from "../with-agent.ts";
import { bubble, content, note, typing } from "./bubbles.ts";
import { announce, byId, make, wantsStillness } from "./dom.ts";
import { endingInWords } from "./ending.ts";
import { link } from "./links.ts";
import { prepareRichContent } from "./rich-content.ts";

const LONGEST_PAUSE_MS = 2_000;

/** The consumer's window. */
export class ConsumerPane {
  readonly #log = byId("transcript");
  readonly #field = byId<HTMLTextAreaElement>("words");
  readonly #send = byId<HTMLButtonElement>("send");
  readonly #act: (act: Act) => void;
  readonly #restart: () => void;
  #drawn = { run: 0, entries: 0 };
  #isOver = false;
  #isWithAgent = false;
  #isBusy = false;
  /** Typed words that are under way: they come back if nothing comes of them. */
  #typed = "";

  /**
   * @param act lets something happen in the conversation
   * @param restart starts a new one
   */
  constructor(act: (act: Act) => void, restart: () => void) {
    this.#act = act;
    this.#restart = restart;
    prepareRichContent({
      answer: (text, metadata) => this.#answer(text, metadata),
      follow: (address) => this.#note("The consumer's device opens ", link(address)),
    });
    byId("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#sendWords();
    });
    this.#field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#sendWords();
    });
  }

  /** Shows at once what the consumer did; the rest comes with the answer. */
  begin(said: string): void {
    this.#isBusy = true;
    this.#allow();
    if (said === "") return;
    for (const offer of this.#offers()) offer.hidden = true;
    const dots = this.#isWithAgent ? [] : [typing()];
    this.#log.append(make("div", { class: "pending" }, bubble("consumer", said), ...dots));
    this.#scrollDown();
  }

  /** Nothing came of it. */
  giveUp(): void {
    this.#isBusy = false;
    this.#log.querySelector(".pending")?.remove();
    for (const offer of this.#offers()) offer.hidden = false;
    if (this.#field.value === "") this.#field.value = this.#typed;
    this.#typed = "";
    this.#allow();
  }

  /** Whether the bot is out, so that words reach an agent or nobody. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Shows the conversation: what is new, or all of it after a replay. */
  async show({ run, turns, lines, notice }: ConversationView): Promise<void> {
    this.#typed = "";
    this.#log.querySelector(".pending")?.remove();
    const isAnew = run !== this.#drawn.run;
    if (isAnew) this.#log.replaceChildren();
    const strip = byId("notice");
    strip.textContent = notice;
    strip.hidden = notice === "";
    const entries = entriesOf({ turns, lines });
    const fresh = entries.slice(isAnew ? 0 : this.#drawn.entries);
    this.#drawn = { run, entries: entries.length };
    for (const entry of fresh) {
      if ("turn" in entry) await this.#showTurn(entry.turn, isAnew);
      else this.#showLine(entry.line);
    }
    if (isAnew && turns.length === 0) this.#log.append(this.#emptiness());
    const ending = turns.at(-1)?.ending;
    this.#isOver = ending !== undefined;
    this.#isWithAgent = isWithAgent(turns);
    const newest = fresh.at(-1);
    if (ending && newest && "turn" in newest) this.#log.append(this.#wayOn());
    this.#isBusy = false;
    this.#allow();
    this.#scrollDown();
  }

  async #showTurn(turn: TurnView, isReplay: boolean): Promise<void> {
    for (const offer of this.#offers()) offer.remove();
    const how = turn.how === "" ? [] : [make("span", { class: "how" }, turn.how)];
    this.#log.append(
      turn.isSpoken ? bubble("consumer", turn.said, ...how) : note(`Consumer: ${turn.how || turn.said}`),
    );
    for (const message of turn.messages) await this.#showMessage(message, isReplay);
    if (turn.ending) this.#log.append(note(endingInWords(turn.ending)));
    this.#scrollDown();
  }

  #showLine({ by, text }: LineView): void {
    for (const offer of this.#offers()) offer.remove();
    this.#log.append(bubble(by, text));
  }

  async #showMessage(message: MessageView, isReplay: boolean): Promise<void> {
    if (message.kind === "text") this.#log.append(bubble("bot", message.text));
    if (message.kind === "public")
      this.#log.append(bubble("bot", message.text, make("span", { class: "how" }, "in public")));
    if (message.kind === "content") this.#log.append(content(message.content, message.refusal));
    if (message.kind === "quickReplies") {
      this.#log.append(bubble("bot", message.text), this.#quickReplies(message.replies));
    }
    if (message.kind === "delay" && !isReplay && !wantsStillness()) {
      const dots = typing();
      this.#log.append(dots);
      this.#scrollDown();
      await new Promise((resolve) =>
        setTimeout(resolve, Math.min(message.seconds * 1_000, LONGEST_PAUSE_MS)),
      );
      dots.remove();
    }
  }

  #quickReplies(replies: QuickReplyView[]): HTMLElement {
    const chips = replies.map(({ title, actions, metadata }) => {
      const click = () => {
        for (const { type, text, uri } of actions) {
          if (type === "publishText") this.#answer(String(text), metadata);
          if (type === "link") this.#note("The consumer's device opens ", link(String(uri)));
        }
      };
      return make("button", { type: "button", class: "chip", click }, title);
    });
    return make("div", { class: "chips", role: "group", "aria-label": "Quick replies" }, ...chips);
  }

  #emptiness(): HTMLElement {
    const starters = ["hello", "What is my balance?", "Choose a card"].map((text) =>
      make("button", { type: "button", class: "chip", click: () => this.#answer(text, []) }, text),
    );
    return make(
      "div",
      { class: "empty" },
      make(
        "p",
        {},
        "Nothing was said yet. Write as a customer of the bank would, or begin with one of these.",
      ),
      make("div", { class: "chips" }, ...starters),
    );
  }

  #wayOn(): HTMLElement {
    const anew = make("button", { type: "button", class: "chip", click: this.#restart }, "New conversation");
    return make("div", { class: "chips way-on" }, anew);
  }

  #sendWords(): void {
    const text = this.#field.value.trim();
    if (text === "" || this.#isBusy || this.#isClosed) return;
    this.#field.value = "";
    this.#typed = text;
    this.#act({ kind: "words", text });
  }

  #answer(text: string, metadata: unknown[]): void {
    if (this.#isBusy || this.#isClosed) return;
    this.#act({ kind: "click", text, metadata: metadata as Array<Record<string, unknown>> });
    // The keyboard of a phone would cover the answer.
    (matchMedia("(pointer: coarse)").matches ? this.#log : this.#field).focus();
  }

  #note(...parts: Array<Node | string>): void {
    this.#log.append(note(...parts));
    this.#scrollDown();
    announce(parts.map((part) => (typeof part === "string" ? part : part.textContent)).join(""));
  }

  /** Quick replies and the like, which are gone as soon as the consumer answered, in whatever way. */
  #offers(): HTMLElement[] {
    return [...this.#log.querySelectorAll<HTMLElement>(".empty, .chips")];
  }

  get #isClosed(): boolean {
    return this.#isOver && !this.#isWithAgent;
  }

  #allow(): void {
    this.#field.disabled = this.#isClosed;
    this.#send.disabled = this.#isClosed || this.#isBusy;
    const open = this.#isWithAgent ? "Write to the agent" : "Write a message";
    this.#field.placeholder = this.#isClosed ? "The conversation is closed" : open;
  }

  #scrollDown(): void {
    this.#log.scrollTo({ top: this.#log.scrollHeight, behavior: wantsStillness() ? "auto" : "smooth" });
  }
}
