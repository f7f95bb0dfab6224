import { make } from "./dom.ts";

const ADDRESS = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g;

/** A text with its addresses as links, as LivePerson's window shows it; lines stay lines. */
export function withLinks(text: string): Array<Node | string> {
  const parts: Array<Node | string> = [];
  let end = 0;
  for (const found of text.matchAll(ADDRESS)) {
    parts.push(text.slice(end, found.index), link(found[0]));
    end = found.index + found[0].length;
  }
  return [...parts, text.slice(end)];
}

/** A link that tells the other site nothing of this page; an address with a scheme of its own stays a text. */
export function link(address: string): HTMLElement {
  if (!/^(https?|tel|mailto):/i.test(address)) return make("span", {}, address);
  return make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, address);
}
