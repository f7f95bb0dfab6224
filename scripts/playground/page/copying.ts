import { announce, make } from "./dom.ts";

/** A button that copies a text, and says whether it has. */
export function copyButton(text: string, label: string): HTMLElement {
  const button = make("button", { type: "button", class: "copy", "aria-label": label }, "Copy");
  button.addEventListener("click", () => void copy(text, button));
  return button;
}

/** Copies a text, and tells it at the button for a moment. */
export async function copy(text: string, button: HTMLElement): Promise<void> {
  const told = await navigator.clipboard.writeText(text).then(
    () => "Copied",
    () => "The browser does not let this page copy",
  );
  const before = button.textContent ?? "";
  button.textContent = told;
  announce(told);
  setTimeout(() => {
    if (button.textContent === told) button.textContent = before;
  }, 2_000);
}
