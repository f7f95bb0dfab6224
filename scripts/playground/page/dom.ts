/** The page and the widget make their elements alike. */
export { make } from "../../../src/agent/widget/draw/dom.ts";

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
