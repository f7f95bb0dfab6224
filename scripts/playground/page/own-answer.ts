import { type AnswerProblem, type OwnAnswer, readOwnAnswer } from "../../conversations/own-answer.ts";
import { byId, make } from "./dom.ts";
import { OWN_EXAMPLES } from "./own-examples.ts";

/** What the consumer says, and what is answered in Clinc's place. */
export type Own = { text: string; clinc: OwnAnswer };

/** The box in which an author writes an answer; it is checked while it is written. */
export class OwnAnswerBox {
  readonly #form = byId<HTMLFormElement>("own-form");
  readonly #say = byId<HTMLInputElement>("own-say");
  readonly #json = byId<HTMLTextAreaElement>("own-json");
  readonly #start = byId<HTMLSelectElement>("own-start");
  #onChange: (own: Own | undefined) => void = () => undefined;

  /** @param show lets the answer be a turn of the conversation */
  constructor(show: (own: Own) => void) {
    this.#start.append(...OWN_EXAMPLES.map(({ title }) => make("option", { value: title }, title)));
    this.#start.addEventListener("change", () => this.#begin());
    this.#form.addEventListener("input", ({ target }) => {
      if (target !== this.#start) this.#check();
    });
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      const own = this.read();
      if (own) show(own);
      else this.#json.focus();
    });
    this.#json.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      this.#form.requestSubmit();
    });
    this.#begin();
  }

  /** Hears of each change; `undefined` while what is written is wrong. */
  onChange(listener: (own: Own | undefined) => void): void {
    this.#onChange = listener;
  }

  /** What is written, where it is right. */
  read(): Own | undefined {
    const read = readOwnAnswer(this.#json.value);
    const text = this.#say.value.trim();
    return "answer" in read && text !== "" ? { text, clinc: read.answer } : undefined;
  }

  /** Puts an answer into the box, to be changed. */
  fill({ text, clinc }: Own): void {
    this.#say.value = text;
    this.#write(clinc);
  }

  #begin(): void {
    const chosen = OWN_EXAMPLES.find(({ title }) => title === this.#start.value);
    this.#write(chosen?.answer);
  }

  /** One reads it from its beginning, wherever one was in what stood there before. */
  #write(answer: unknown): void {
    this.#json.value = JSON.stringify(answer, null, 2);
    this.#json.setSelectionRange(0, 0);
    this.#json.scrollTo(0, 0);
    this.#check();
  }

  #check(): void {
    const read = readOwnAnswer(this.#json.value);
    const problems = "problems" in read ? read.problems : [];
    this.#json.setAttribute("aria-invalid", String(problems.length > 0));
    const state = byId("own-state");
    state.dataset.kind = problems.length > 0 ? "bad" : "good";
    state.replaceChildren(
      ...(problems.length > 0
        ? problems.map((problem) => this.#told(problem))
        : [make("p", {}, "Right.", make("span", { class: "keys" }, " Ctrl+Enter shows it."))]),
    );
    this.#onChange(this.read());
  }

  /** A click leads to the place. */
  #told({ message, line, column }: AnswerProblem): HTMLElement {
    if (line === undefined || column === undefined) return make("p", {}, message);
    const place = make("b", {}, `Line ${line}, column ${column}: `);
    return make("button", { type: "button", click: () => this.#goTo(line, column) }, place, message);
  }

  #goTo(line: number, column: number): void {
    const before = this.#json.value.split("\n").slice(0, line - 1);
    const at = before.reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
    this.#json.focus();
    this.#json.setSelectionRange(at, at);
  }
}
