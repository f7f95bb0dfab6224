import type { VariableView } from "../view.ts";
import { make } from "./dom.ts";

/** Where a value is written or chosen. */
export type SettingInput = HTMLInputElement | HTMLSelectElement;

/** A variable with its meaning, and room for what is wrong with its value. */
export function settingField(variable: VariableView): HTMLElement {
  const { name, meaning } = variable;
  return make(
    "div",
    { class: "field" },
    make("label", { for: `setting-${name}` }, name),
    input(variable),
    make("p", { id: `problem-${name}`, class: "problem", role: "status" }),
    make("p", { id: `meaning-${name}` }, meaning),
  );
}

function input({ name, standard, choices }: VariableView): SettingInput {
  const about = { id: `setting-${name}`, name, "aria-describedby": `problem-${name} meaning-${name}` };
  if (!choices)
    return make("input", { ...about, placeholder: standard, autocomplete: "off", spellcheck: "false" });
  const options = choices.map((choice) => make("option", { value: choice }, choice));
  return make("select", about, make("option", { value: "" }, `${standard} (default)`), ...options);
}
