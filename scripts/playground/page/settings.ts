import type { ConversationView, Options } from "../view.ts";
import { byId, make } from "./dom.ts";

/**
 * The dialog with the function's environment variables.
 *
 * @param current what is set when the dialog opens; nothing that happens later disturbs who writes in it
 */
export function prepareSettings(
  { variables }: Options,
  current: () => Record<string, string>,
  apply: (environment: Record<string, string>) => void,
): void {
  const dialog = byId<HTMLDialogElement>("settings");
  byId("settings-fields").append(
    ...variables.map(({ name, standard, meaning }) =>
      make(
        "div",
        { class: "field" },
        make("label", { for: `setting-${name}` }, name),
        make("input", {
          id: `setting-${name}`,
          name,
          placeholder: standard,
          autocomplete: "off",
          spellcheck: "false",
          "aria-describedby": `meaning-${name}`,
        }),
        make("p", { id: `meaning-${name}` }, meaning),
      ),
    ),
  );
  byId("open-settings").addEventListener("click", () => {
    const environment = current();
    for (const field of fields()) field.value = environment[field.name] ?? "";
    dialog.showModal();
  });
  byId("close-settings").addEventListener("click", () => dialog.close());
  byId("settings-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const values = fields().map(({ name, value }) => [name, value] as const);
    const all = { ...current(), ...Object.fromEntries(values) };
    apply(Object.fromEntries(Object.entries(all).filter(([, value]) => value.trim() !== "")));
    dialog.close();
  });
}

/** Names what is set wrong, for as long as it is. */
export function showComplaints({ complaints }: ConversationView): void {
  const list = byId("complaints");
  list.hidden = complaints.length === 0;
  list.replaceChildren(...complaints.map((complaint) => make("p", {}, complaint)));
}

function fields(): HTMLInputElement[] {
  return [...byId("settings-fields").querySelectorAll("input")];
}
