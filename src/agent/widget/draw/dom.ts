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
  bad: "M13 11V3h3v8h-3Zm0 0-3 6c-1.3 0-2-.9-2-2.1V12H4.400c-1 0-1.700-.9-1.500-1.900l1.100-5.600C4.200 3.600 4.900 3 5.800 3H13",
  copy: "M7.500 7.500V4.500h8v8h-3m-8-5h8v8h-8v-8Z",
  done: "m4.500 10.500 3.500 3.500 7.500-8",
  alone: "M3 10s2.600-5 7-5 7 5 7 5-2.600 5-7 5-7-5-7-5Zm7 2a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z",
  warn: "M10 3 2.500 16.500h15L10 3Zm0 5v4m0 2v.5",
  key: "M12.500 11a4 4 0 1 0-3.800-2.700L3 14v3h3v-2h2v-2h1.500l1.200-1.200c.5.100 1.200.200 1.800.200Zm1-4.500v.1",
  chat: "M3.500 4.500h13v9h-7L6 16.500v-3H3.500v-9Z",
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
