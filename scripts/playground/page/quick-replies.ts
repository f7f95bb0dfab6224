import type { QuickReplyView } from "../view.ts";
import { make } from "./dom.ts";

/** What a click on a quick reply can come to. */
export type Answers = {
  answer(text: string, metadata: unknown[]): void;
  follow(address: string): void;
};

/** Quick replies to choose from. */
export function quickReplies(replies: readonly QuickReplyView[], { answer, follow }: Answers): HTMLElement {
  const chips = replies.map(({ title, actions, metadata }) => {
    const click = () => {
      for (const { type, text, uri } of actions) {
        if (type === "publishText") answer(String(text), metadata);
        if (type === "link") follow(String(uri));
      }
    };
    const says = actions.find(({ type }) => type === "publishText")?.text;
    return make("button", { type: "button", class: "chip", "data-says": String(says ?? ""), click }, title);
  });
  return make("div", { class: "chips", role: "group", "aria-label": "Quick replies" }, ...chips);
}

/** They stay to be seen once the consumer has answered, in whatever way, with what was chosen. */
export function retire(chips: Element, said: string): void {
  chips.classList.add("past");
  chips.setAttribute("aria-label", "Quick replies that were offered");
  for (const chip of chips.querySelectorAll("button")) {
    chip.disabled = true;
    chip.classList.toggle("taken", chip.dataset.says === said);
  }
}

/** The answer has not arrived. */
export function offerAgain(chips: Element): void {
  chips.classList.remove("past");
  chips.setAttribute("aria-label", "Quick replies");
  for (const chip of chips.querySelectorAll("button")) {
    chip.disabled = false;
    chip.classList.remove("taken");
  }
}
