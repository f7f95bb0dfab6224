import { readSettings } from "../../../src/bot/settings.ts";
import type { ConversationView, Options, VariableView } from "../view.ts";
import { dialog } from "./dialogs.ts";
import { byId, make } from "./dom.ts";
import { type SettingInput, settingField } from "./setting-field.ts";

/**
 * The dialog with the function's environment variables, by group. What is wrong is told at the field while it is
 * written; it can be applied all the same, to see what the function makes of it.
 *
 * @param current what is set when the dialog opens; nothing that happens later disturbs who writes in it
 */
export function prepareSettings(
  { variables }: Options,
  current: () => Record<string, string>,
  apply: (environment: Record<string, string>) => void,
): void {
  const shown = dialog("settings");
  byId("open-settings").addEventListener("click", () => {
    const environment = current();
    byId("settings-fields").replaceChildren(...groups(variables, environment));
    for (const input of inputs()) input.value = environment[input.name] ?? "";
    check(current());
    shown.showModal();
    shown.scrollTop = 0;
  });
  byId("settings-fields").addEventListener("input", () => check(current()));
  byId("settings-form").addEventListener("submit", (event) => {
    event.preventDefault();
    apply(given(current()));
    shown.close();
  });
}

/** Names what is set wrong, for as long as it is. */
export function showComplaints({ complaints }: ConversationView): void {
  const list = byId("complaints");
  list.hidden = complaints.length === 0;
  list.replaceChildren(...complaints.map((complaint) => make("p", {}, complaint)));
}

/** Those of the first group are the ones that most banks look at. */
function groups(variables: readonly VariableView[], environment: Record<string, string>): HTMLElement[] {
  const titles = [...new Set(variables.map(({ group }) => group))];
  return titles.map((title, index) => {
    const fields = variables
      .filter(({ group }) => group === title)
      .flatMap((variable) => [variable, ...inOtherLanguages(variable, environment)]);
    const isUsed = fields.some(({ name }) => environment[name] !== undefined);
    return make(
      "details",
      { class: "group", open: index === 0 || isUsed },
      make("summary", {}, make("h3", {}, title)),
      ...fields.map(settingField),
    );
  });
}

/** A variable as it is set for one language alone, such as `APOLOGY_MESSAGE_ES`. */
function inOtherLanguages(variable: VariableView, environment: Record<string, string>): VariableView[] {
  const { name, standard, meaning } = variable;
  const own = new RegExp(`^${name}_[A-Z]{2}$`);
  return Object.keys(environment)
    .filter((given) => own.test(given))
    .map((given) => ({
      ...variable,
      name: given,
      standard: environment[name] ?? standard,
      meaning: `${meaning}; for this language alone`,
    }));
}

/** The function itself says what is wrong with a value. */
function check(before: Record<string, string>): void {
  const { complaints } = readSettings(given(before));
  for (const input of inputs()) {
    const complaint = complaints.find((one) => one.startsWith(`${input.name} must be`)) ?? "";
    input.setAttribute("aria-invalid", String(complaint !== ""));
    byId(`problem-${input.name}`).textContent = complaint;
  }
}

/** What is not shown stays; an empty field means the default. */
function given(before: Record<string, string>): Record<string, string> {
  const values = inputs().map(({ name, value }) => [name, value] as const);
  const all = { ...before, ...Object.fromEntries(values) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value.trim() !== ""));
}

function inputs(): SettingInput[] {
  return [...byId("settings-fields").querySelectorAll<SettingInput>("input, select")];
}
