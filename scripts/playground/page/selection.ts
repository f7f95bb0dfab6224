import { make, wantsStillness } from "./dom.ts";

let chosen = 0;

/** The number of a turn, wherever it is shown: who presses it sees the turn in all panes. */
export function turnNumber(number: number): HTMLElement {
  return make(
    "button",
    {
      type: "button",
      class: "number",
      "aria-pressed": String(number === chosen),
      "aria-label": `Turn ${number}: show it in all panes`,
      click: ({ currentTarget }) => toggle(number, currentTarget as HTMLElement),
    },
    String(number),
  );
}

/**
 * Marks a turn in all panes and brings it into sight; once more, and nothing is marked.
 *
 * @param from where it was chosen: there it is in sight
 */
export function toggle(number: number, from: HTMLElement): void {
  chosen = number === chosen ? 0 : number;
  markChosen();
  if (chosen !== 0) bringIntoSight(from.closest("[data-turn]"));
}

/** Marks the turn anew, after something was drawn. */
export function markChosen(): void {
  for (const element of document.querySelectorAll<HTMLElement>("[data-turn]")) {
    const isChosen = element.dataset.turn === String(chosen);
    element.classList.toggle("chosen", isChosen);
    for (const button of element.querySelectorAll(":scope .number[aria-pressed]"))
      button.setAttribute("aria-pressed", String(isChosen));
  }
}

/** Forgets the turn: the conversation has begun anew. */
export function forgetChosen(): void {
  chosen = 0;
}

/** Brings the chosen turn into sight in each pane that shows it. */
export function bringIntoSight(except: Element | null = null): void {
  for (const element of document.querySelectorAll<HTMLElement>(`[data-turn="${chosen}"]`)) {
    element.querySelector<HTMLDetailsElement>(":scope > details")?.setAttribute("open", "");
    if (element !== except) scrollTo(element);
  }
}

/** Only the pane moves, never the page around it. */
function scrollTo(element: HTMLElement): void {
  const pane = element.closest<HTMLElement>(".scroll, #transcript");
  if (!pane) return;
  const [of, within] = [element.getBoundingClientRect(), pane.getBoundingClientRect()];
  if (of.top >= within.top && of.bottom <= within.bottom) return;
  const top = pane.scrollTop + of.top - within.top - 12;
  pane.scrollTo({ top, behavior: wantsStillness() ? "auto" : "smooth" });
}
