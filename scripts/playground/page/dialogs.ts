import { byId } from "./dom.ts";

/** A dialog whose buttons to close it work. */
export function dialog(id: string): HTMLDialogElement {
  const found = byId<HTMLDialogElement>(id);
  for (const button of found.querySelectorAll("[data-close]"))
    button.addEventListener("click", () => found.close());
  return found;
}
