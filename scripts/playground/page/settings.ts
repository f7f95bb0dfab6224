import type { ConversationView, Options } from "../view.ts";
import { byId, make } from "./dom.ts";

type Variable = Options["variables"][number];

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
  byId("open-settings").addEventListener("click", () => {
    const environment = current();
    const shown = variables.flatMap((variable) => [variable, ...inOtherLanguages(variable, environment)]);
    byId("settings-fields").replaceChildren(...shown.map(field));
    for (const input of inputs()) input.value = environment[input.name] ?? "";
    dialog.showModal();
  });
  byId("close-settings").addEventListener("click", () => dialog.close());
  byId("settings-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const values = inputs().map(({ name, value }) => [name, value] as const);
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

/** A variable as it is set for one language alone, such as `APOLOGY_MESSAGE_ES`. */
function inOtherLanguages(variable: Variable, environment: Record<string, string>): Variable[] {
  const { name, standard, meaning } = variable;
  const own = new RegExp(`^${name}_[A-Z]{2}$`);
  return Object.keys(environment)
    .filter((given) => own.test(given))
    .map((given) => ({
      name: given,
      standard: environment[name] ?? standard,
      meaning: `${meaning}; for this language alone`,
    }));
}

function field({ name, standard, meaning }: Variable): HTMLElement {
  return make(
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
  );
}

function inputs(): HTMLInputElement[] {
  return [...byId("settings-fields").querySelectorAll("input")];
}
