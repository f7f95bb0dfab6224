import { make } from "./dom.ts";
import { withLinks } from "./links.ts";
import { drawRichContent } from "./rich-content.ts";

const SPEAKERS = { consumer: "Consumer", bot: "Bot", agent: "Agent" };

/** What the consumer's window is made of. Whoever speaks is told to those who cannot see the sides. */
export function bubble(who: keyof typeof SPEAKERS, text: string, ...more: Node[]): HTMLElement {
  const speaker = make("span", { class: "unseen" }, `${SPEAKERS[who]}: `);
  return make("div", { class: `bubble ${who}` }, speaker, ...withLinks(text), ...more);
}

/** A remark between the messages. */
export function note(...parts: Array<Node | string>): HTMLElement {
  return make("p", { class: "note" }, ...parts);
}

/** Three dots. */
export function typing(): HTMLElement {
  const dots = [0, 1, 2].map(() => make("span", { class: "dot" }));
  return make("div", { class: "bubble bot typing", role: "img", "aria-label": "The bot is typing" }, ...dots);
}

/** Rich content, or why there is none. */
export function content(body: Record<string, unknown>, refusal: string): HTMLElement {
  if (refusal !== "") return note(`LivePerson's renderer does not draw this: ${refusal}`);
  return make("div", { class: "rich" }, drawRichContent(body));
}
