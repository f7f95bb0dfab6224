/** What an element is made with; anything else is an attribute. */
type Properties = { [attribute: string]: string | boolean | ((event: Event) => void) | undefined };

/**
 * Makes an element. Texts become text, never markup.
 *
 * @param properties attributes; `true` and `false` set and leave out, a function hears the event of its name
 */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties = {},
  ...children: Array<Node | string>
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (typeof value === "string") element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** The element of the page with this id. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}`);
  return found;
}

/** Outlines on a field of 20 by 20. */
const OUTLINES = {
  good: "M7 9v8H4V9h3Zm0 0 3-6c1.3 0 2 .9 2 2.1V8h3.6c1 0 1.7.9 1.5 1.9l-1.1 5.6c-.2.9-.9 1.5-1.8 1.5H7",
  bad: "M13 11V3h3v8h-3Zm0 0-3 6c-1.3 0-2-.9-2-2.1V12H4.4c-1 0-1.7-.9-1.5-1.9l1.1-5.6C4.2 3.6 4.9 3 5.8 3H13",
  done: "m4.5 10.5 3.5 3.5 7.5-8",
  warn: "M10 3 2.5 16.5h15L10 3Zm0 5v4m0 2v.5",
  key: "M12.5 11a4 4 0 1 0-3.8-2.7L3 14v3h3v-2h2v-2h1.5l1.2-1.2c.5.1 1.2.2 1.8.2Zm1-4.5v.1",
  chat: "M3.5 4.5h13v9h-7L6 16.5v-3H3.5v-9Z",
} as const;

/** A picture without words: what it stands for is said beside it. */
export function icon(name: keyof typeof OUTLINES): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svg.namespaceURI, "path");
  path.setAttribute("d", OUTLINES[name]);
  svg.append(path);
  return svg as SVGSVGElement;
}
