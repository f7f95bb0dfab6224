import type { TurnView } from "../view.ts";
import { copyButton } from "./copying.ts";
import { make } from "./dom.ts";

type LogLine = TurnView["record"]["logs"][number];

/** `[clinc] turn {…}`: the function's line, with the values of the turn. */
const LINE = /^(\[clinc\] \w+) (\{.*\})$/s;

/** The log of a turn: values in rows, and what was warned of as it stands. */
export function logView(logs: readonly LogLine[], turn: number): HTMLElement {
  const whole = logs.map(({ level, text }) => `${level} ${text}`).join("\n");
  return make(
    "div",
    { class: "log", tabindex: "0", role: "region", "aria-label": `Log of turn ${turn}` },
    ...(logs.length > 0 ? logs.map(lineView) : [make("p", {}, "(no lines)")]),
    ...(logs.length > 0 ? [copyButton(whole, `Copy the log of turn ${turn}`)] : []),
  );
}

function lineView({ level, text }: LogLine): HTMLElement {
  const [, name = "", values = ""] = LINE.exec(text) ?? [];
  const read = rowsIn(values);
  if (!read) return make("p", { class: `log-${level}` }, make("b", {}, level), ` ${text}`);
  const rows = read.map(([key, value]) =>
    make("tr", {}, make("th", { scope: "row" }, key), make("td", {}, String(value))),
  );
  const caption = make("caption", {}, make("b", {}, level), ` ${name}`);
  return make("table", { class: "rows" }, caption, make("tbody", {}, ...rows));
}

function rowsIn(values: string): Array<[key: string, value: unknown]> | undefined {
  try {
    return Object.entries(JSON.parse(values));
  } catch {
    return undefined;
  }
}
