import { showNewest } from "./agent.ts";
import { byId } from "./dom.ts";
import { bringIntoSight } from "./selection.ts";

/** The panes, of which a phone shows one at a time. */
export type View = "consumer" | "agent" | "examples" | "developers";

/** Makes the tabs of a phone work: a turn that is chosen comes into sight; and the line into which switches are folded. */
export function prepareViews(): void {
  for (const button of buttons())
    button.addEventListener("click", () => {
      showView(button.dataset.view as View);
      if (button.dataset.view === "agent") showNewest();
      bringIntoSight();
    });
  const fold = byId("fold");
  fold.addEventListener("click", () => {
    const isOpen = document.body.toggleAttribute("data-unfolded");
    fold.setAttribute("aria-expanded", String(isOpen));
  });
}

/** Shows a pane where there is room for one only. */
export function showView(view: View): void {
  document.body.dataset.view = view;
  for (const button of buttons()) {
    if (button.dataset.view === view) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
}

function buttons(): HTMLButtonElement[] {
  return [...document.querySelectorAll<HTMLButtonElement>("nav button")];
}
