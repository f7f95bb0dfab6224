import { bubble, typing } from "./bubbles.ts";
import { byId, make } from "./dom.ts";

/** Something that the consumer has done, and that no turn has taken yet. */
export type Waiting = { said: string; element: HTMLElement };

/** Messages that wait for the turn under way, in their order, below all that was answered. */
export class WaitingLine {
  readonly #place = byId("waiting");
  readonly #all: Waiting[] = [];

  /** Shows at once what was said; `""` for what cannot be shown. */
  add(said: string): Waiting {
    const isBehind = this.#all.length > 0;
    const mark = make("span", { class: "how" }, isBehind ? "waits for its turn" : "");
    const element = make(
      "div",
      { class: "pending" },
      ...(said === "" ? [] : [bubble("consumer", said, mark)]),
    );
    const one = { said, element };
    this.#all.push(one);
    this.#place.append(element);
    return one;
  }

  /** Its turn has begun. @param hasDots whether a bot is about to answer */
  begin({ element }: Waiting, hasDots: boolean): void {
    element.querySelector(".how")?.replaceChildren();
    if (hasDots) element.append(typing());
  }

  /** It was answered, or nothing came of it. */
  remove(one: Waiting): void {
    one.element.remove();
    const place = this.#all.indexOf(one);
    if (place >= 0) this.#all.splice(place, 1);
  }

  /** Whether something still waits, or is under way. */
  has(one: Waiting): boolean {
    return this.#all.includes(one);
  }

  /** A new conversation waits for nothing. */
  clear(): void {
    for (const one of [...this.#all]) this.remove(one);
  }
}
