import { make } from "./dom.ts";

/** A name, a text, or a number or word of JSON. */
const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|(-?\d[\d.eE+-]*|true|false|null)/g;

/** JSON to read, in colours; a text that is not JSON stays a text. */
export function jsonView(value: unknown, label: string): HTMLElement {
  const view = make("pre", { class: "json", tabindex: "0", role: "region", "aria-label": label });
  if (typeof value === "string") {
    view.append(value === "" ? "(nothing)" : value);
    return view;
  }
  const text = JSON.stringify(value, null, 2) ?? "(nothing)";
  let end = 0;
  for (const token of text.matchAll(TOKEN)) {
    const [whole, quoted, colon] = token;
    view.append(text.slice(end, token.index));
    const kind = quoted === undefined ? "word" : colon === undefined ? "text" : "name";
    view.append(make("span", { class: `json-${kind}` }, quoted ?? whole), colon ?? "");
    end = token.index + whole.length;
  }
  view.append(text.slice(end));
  return view;
}
