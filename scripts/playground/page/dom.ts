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
export function byId<Type extends HTMLElement = HTMLElement>(id: string): Type {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}`);
  return found as Type;
}

/** Says something to those who listen to the page. */
export function announce(text: string): void {
  byId("announcements").textContent = text;
}

/** Whether somebody asked for less motion. */
export function wantsStillness(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
