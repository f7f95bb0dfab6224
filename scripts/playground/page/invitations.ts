import { make } from "./dom.ts";
import type { Answers } from "./quick-replies.ts";

/** What stands where nothing was said yet: words to begin with. */
export function firstWords(answer: Answers["answer"]): HTMLElement {
  const starters = ["hello", "What is my balance?", "Choose a card"].map((text) =>
    make("button", { type: "button", class: "chip", click: () => answer(text, []) }, text),
  );
  const hint = "Nothing was said yet. Write as a customer of the bank would, or begin with one of these.";
  return make(
    "div",
    { class: "empty" },
    make("p", {}, hint),
    make("div", { class: "starters" }, ...starters),
  );
}

/** What stands at the end of a conversation that the bot has left. */
export function wayOn(restart: () => void): HTMLElement {
  const anew = make("button", { type: "button", class: "chip", click: restart }, "New conversation");
  return make("div", { class: "way-on" }, anew);
}
